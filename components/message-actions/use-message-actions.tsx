import { useCallback, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShownMessage } from '@/lib/model';
import { type Done, Toast } from '../chat-actions/Toast';
import { Menu, type MenuPoint } from '../Menu';
import { DeleteMessageDialog } from './DeleteMessageDialog';

export interface MessageActionProps {
	/** Keeps a message past its time, or no longer. */
	onKeepMessage: (chatKey: string, messageKey: string, isKept: boolean) => void;
	onDeleteMessage: (chatKey: string, messageKey: string) => void;
}

interface Open {
	what: 'menu' | 'delete';
	chatKey: string;
	message: ShownMessage;
	point: MenuPoint;
}

/** Acts on one message, by its menu; says what was done and how to undo it. */
export function useMessageActions({ onKeepMessage, onDeleteMessage }: MessageActionProps) {
	const [open, setOpen] = useState<Open | null>(null);
	const [done, setDone] = useState<Done | null>(null);
	const close = useCallback(() => setOpen(null), []);
	const forget = useCallback(() => setDone(null), []);

	const keep = (chatKey: string, messageKey: string, isKept: boolean) => {
		onKeepMessage(chatKey, messageKey, isKept);
		setOpen(null);
		setDone({
			said: i18n.t(isKept ? 'done.kept' : 'done.unkept'),
			// What is let go of past its time goes at once.
			onUndo: isKept ? () => onKeepMessage(chatKey, messageKey, false) : null,
		});
	};

	const overlay = open && (
		<>
			{open.what === 'menu' && (
				<Menu
					items={[
						open.message.kept
							? { id: 'unkeep', label: i18n.t('act.unkeep'), icon: 'kept', isErasure: false }
							: { id: 'keep', label: i18n.t('act.keep'), icon: 'kept', isErasure: false },
						{ id: 'delete', label: i18n.t('act.deleteMessage'), icon: 'delete', isErasure: true },
					]}
					point={open.point}
					onPick={(id) => {
						if (id === 'delete') setOpen({ ...open, what: 'delete' });
						else keep(open.chatKey, open.message.key, id === 'keep');
					}}
					onClose={close}
				/>
			)}
			{open.what === 'delete' && (
				<DeleteMessageDialog
					onClose={close}
					onDelete={() => {
						onDeleteMessage(open.chatKey, open.message.key);
						setOpen(null);
						setDone({ said: i18n.t('done.messageDeleted'), onUndo: null });
					}}
				/>
			)}
		</>
	);

	return {
		keep,
		openMessageMenu: (chatKey: string, message: ShownMessage, point: MenuPoint) =>
			setOpen({ what: 'menu', chatKey, message, point }),
		messageOverlays: (
			<>
				{overlay}
				<Toast done={done} onEnd={forget} />
			</>
		),
	};
}
