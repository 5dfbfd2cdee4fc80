import { i18n } from '#i18n';
import { EraseQuestion } from '../EraseQuestion';

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
		<EraseQuestion title={i18n.t('eraseNow.title', [name])} onErase={onErase} onClose={onClose}>
			<p class="dialog-text">{held}</p>
			<p class="dialog-text">{i18n.t('erase.detail')}</p>
		</EraseQuestion>
	);
}
