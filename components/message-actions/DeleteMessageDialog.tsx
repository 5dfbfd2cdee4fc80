import { i18n } from '#i18n';
import { EraseQuestion } from '../EraseQuestion';

interface DeleteMessageDialogProps {
	onDelete: () => void;
	onClose: () => void;
}

/** Asks before what cannot be undone. */
export function DeleteMessageDialog({ onDelete, onClose }: DeleteMessageDialogProps) {
	return (
		<EraseQuestion title={i18n.t('erase.titleMessage')} onErase={onDelete} onClose={onClose}>
			<p class="dialog-text">{i18n.t('erase.detailMessage')}</p>
		</EraseQuestion>
	);
}
