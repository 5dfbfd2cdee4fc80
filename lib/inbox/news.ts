import type { ChatRow } from '../model';
import { wantsAttention } from './filter';
import { lastActiveAt } from './sort';

/** What is older than this when it is first read is no news: a page that was just opened. */
const newForMs = 15 * 60_000;

/** Whether others wrote something in a chat that its user has not seen and wants to be told of. */
export function isUnseen({ chat, preview }: ChatRow, now: number): boolean {
	return wantsAttention(chat, now) && preview !== null && preview.side !== 'mine';
}

/** The chats with something unseen that was written lately and first read after `since`. */
export function findNews(rows: readonly ChatRow[], since: number, now: number): ChatRow[] {
	return rows.filter(
		(row) =>
			isUnseen(row, now) &&
			row.preview !== null &&
			row.preview.firstSeenAt > since &&
			lastActiveAt(row) > now - newForMs,
	);
}
