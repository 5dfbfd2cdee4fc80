import { i18n } from '#i18n';
import { Dialog } from '../Dialog';

interface EraseDialogProps {
	name: string;
	/** How much that is, in words. */
	held: string;
	onErase: () => void;
	onClose: () => void;
}

/** Asks before all of an account or of a network goes. */
export function EraseDialog({ name, held, onErase, onClose }: EraseDialogProps) {
	return (
		<Dialog title={i18n.t('eraseNow.title', [name])} onClose={onClose}>
			<p class="dialog-text">{held}</p>
			<p class="dialog-text">{i18n.t('erase.detail')}</p>
			<div class="dialog-buttons">
				<button type="button" class="text-action" data-first onClick={onClose}>
					{i18n.t('timer.cancel')}
				</button>
				<button type="button" class="action action-erase" onClick={onErase}>
					{i18n.t('erase.confirm')}
				</button>
			</div>
		</Dialog>
	);
}
