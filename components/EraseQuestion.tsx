import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Dialog } from './Dialog';

interface EraseQuestionProps {
	title: string;
	/** Whether the title names somebody: then discreet mode blurs it. */
	isPrivate?: boolean;
	/** What goes, in words. */
	children: ComponentChildren;
	onErase: () => void;
	onClose: () => void;
}

/** Asks before what cannot be undone. */
export function EraseQuestion({
	title,
	isPrivate = false,
	children,
	onErase,
	onClose,
}: EraseQuestionProps) {
	return (
		<Dialog title={title} isPrivate={isPrivate} onClose={onClose}>
			{children}
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
