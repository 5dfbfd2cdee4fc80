import { i18n } from '#i18n';
import type { ChatRow } from '@/lib/model';
import { ChatListRow } from './ChatListRow';
import './ChatList.css';

interface ChatListProps {
	rows: readonly ChatRow[];
	now: number;
	openChatKey: string | null;
	onOpen: (chatKey: string) => void;
}

/** All chats in the order given. */
export function ChatList({ rows, now, openChatKey, onOpen }: ChatListProps) {
	return (
		<ul class="chat-list" aria-label={i18n.t('list.label')}>
			{rows.map((row) => (
				<li key={row.chat.key}>
					<ChatListRow row={row} now={now} isOpen={row.chat.key === openChatKey} onOpen={onOpen} />
				</li>
			))}
		</ul>
	);
}
