import { i18n } from '#i18n';
import type { ChatRow } from '@/lib/model';
import { Dialog } from '../Dialog';
import { shownTitle } from '../words/titles';

interface DeleteDialogProps {
	rows: readonly ChatRow[];
	onDelete: () => void;
	onClose: () => void;
}

/** Asks before what cannot be undone. */
export function DeleteDialog({ rows, onDelete, onClose }: DeleteDialogProps) {
	const [first] = rows;
	const title =
		rows.length === 1 && first
			? i18n.t('erase.titleOne', [shownTitle(first.chat.title)])
			: i18n.t('erase.titleSeveral', rows.length);
	return (
		<Dialog title={title} isPrivate={rows.length === 1} onClose={onClose}>
			<p class="dialog-text">{i18n.t('erase.detail')}</p>
			<div class="dialog-buttons">
				<button type="button" class="text-action" data-first onClick={onClose}>
					{i18n.t('timer.cancel')}
				</button>
				<button type="button" class="action action-erase" onClick={onDelete}>
					{i18n.t('erase.confirm')}
				</button>
			</div>
		</Dialog>
	);
}
