import type { ChatRow } from '../model';
import { wantsAttention } from './filter';

/**
 * Chats in which others wrote something between two looks at the list: unread, with another
 * last line than before. Those that are muted or put away ask for nothing.
 */
export function findArrivals(
	before: readonly ChatRow[],
	after: readonly ChatRow[],
	now: number,
): ChatRow[] {
	const known = new Map(before.map((row) => [row.chat.key, row]));
	return after.filter((row) => {
		const last = known.get(row.chat.key);
		return last !== undefined && wantsAttention(row.chat, now) && isNewLine(last, row);
	});
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
