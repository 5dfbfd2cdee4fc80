import type { ChatRow, Moment } from '../model';
import { isPinned } from './own-flags';

/** Pinned first; then newest first by the late end of what is known; then by name. */
export function sortRows(rows: readonly ChatRow[]): ChatRow[] {
	return rows
		.map((row) => ({ row, isPinned: isPinned(row.chat), at: lastActiveAt(row) }))
		.sort(
			(a, b) =>
				Number(b.isPinned) - Number(a.isPinned) ||
				b.at - a.at ||
				a.row.chat.title.localeCompare(b.row.chat.title) ||
				(a.row.chat.key < b.row.chat.key ? -1 : 1),
		)
		.map(({ row }) => row);
}

/**
 * A row's one time, by which it is sorted and which it shows: the chat's last activity, else
 * that of the line it shows, which was sent before it was first seen.
 */
export function rowMoment({ chat, preview }: ChatRow): Moment {
	const isKnown = ({ from, to }: Moment): boolean => from !== null || to !== null;
	if (isKnown(chat.lastActivity) || preview === null) return chat.lastActivity;
	if (isKnown(preview.sentAt)) return preview.sentAt;
	return { from: null, to: preview.firstSeenAt, precision: 'interval' };
}

/** When something last happened in a chat, at the latest; `-1` where nothing tells. */
export function lastActiveAt(row: ChatRow): number {
	const { from, to } = rowMoment(row);
	return to ?? from ?? -1;
}
