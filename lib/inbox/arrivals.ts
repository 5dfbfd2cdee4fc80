import type { ChatRow } from '../model';
import { isArchived, isMuted, isUnread } from './own-flags';

/**
 * Chats in which others wrote something between two looks at the list: unread, with another
 * last line than before. Those that are muted or archived ask for nothing.
 */
export function findArrivals(before: readonly ChatRow[], after: readonly ChatRow[]): ChatRow[] {
	const known = new Map(before.map((row) => [row.chat.key, row]));
	return after.filter((row) => {
		const last = known.get(row.chat.key);
		return last !== undefined && asksForAttention(row) && isNewLine(last, row);
	});
}

function asksForAttention({ chat }: ChatRow): boolean {
	return isUnread(chat.unread) && !isMuted(chat) && !isArchived(chat);
}

function isNewLine({ preview: last }: ChatRow, { preview }: ChatRow): boolean {
	if (preview === null || preview.side === 'mine') return false;
	return (
		last === null ||
		preview.text !== last.text ||
		preview.sender !== last.sender ||
		preview.firstSeenAt !== last.firstSeenAt
	);
}
