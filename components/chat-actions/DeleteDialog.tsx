import { i18n } from '#i18n';
import type { ChatRow } from '@/lib/model';
import { EraseQuestion } from '../EraseQuestion';
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
		<EraseQuestion title={title} isPrivate={rows.length === 1} onErase={onDelete} onClose={onClose}>
			<p class="dialog-text">{i18n.t('erase.detail')}</p>
		</EraseQuestion>
	);
}
