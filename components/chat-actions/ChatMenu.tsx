import { useContext } from 'preact/hooks';
import type { Chat, ChatRow } from '@/lib/model';
import { Menu, type MenuPoint } from '../Menu';
import { SingleKeysContext } from '../shortcuts/registry';
import { actionKeys, type ChatActionId, chatActions } from './chat-action';

interface ChatMenuProps {
	rows: readonly ChatRow[];
	point: MenuPoint;
	now: number;
	/** Whether notifications tell of a chat now. */
	isTold: (chat: Chat) => boolean;
	onPick: (id: ChatActionId) => void;
	onClose: () => void;
}

/** What is done at once, what is looked into, what cannot be taken back. */
const partedAt: readonly ChatActionId[] = ['label', 'delete'];

/** What can be done with a chat, or with several. */
export function ChatMenu({ rows, now, isTold, ...rest }: ChatMenuProps) {
	const hasSingleKeys = useContext(SingleKeysContext);
	const items = chatActions(rows, now, isTold).map((action) => ({
		...action,
		isParted: partedAt.includes(action.id),
		shortcut: hasSingleKeys ? actionKeys[action.id] : undefined,
	}));
	return <Menu items={items} {...rest} />;
}
