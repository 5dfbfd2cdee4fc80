import { i18n } from '#i18n';
import { Dialog } from '../Dialog';

interface DeleteMessageDialogProps {
	onDelete: () => void;
	onClose: () => void;
}

/** Asks before what cannot be undone. */
export function DeleteMessageDialog({ onDelete, onClose }: DeleteMessageDialogProps) {
	return (
		<Dialog title={i18n.t('erase.titleMessage')} onClose={onClose}>
			<p class="dialog-text">{i18n.t('erase.detailMessage')}</p>
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
