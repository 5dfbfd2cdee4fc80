import type { ChatRow } from '../model';

/** Pinned first; then newest first by the late end of what is known; then by name. */
export function sortRows(rows: readonly ChatRow[]): ChatRow[] {
	return [...rows].sort(
		(a, b) =>
			Number(b.chat.pinned === true) - Number(a.chat.pinned === true) ||
			lastActiveAt(b) - lastActiveAt(a) ||
			a.chat.title.localeCompare(b.chat.title) ||
			(a.chat.key < b.chat.key ? -1 : 1),
	);
}

/** When something last happened in a chat, at the latest; `-1` where nothing tells. */
export function lastActiveAt({ chat, preview }: ChatRow): number {
	const moments = preview ? [chat.lastActivity, preview.sentAt] : [chat.lastActivity];
	for (const moment of moments) {
		const at = moment.to ?? moment.from;
		if (at !== null) return at;
	}
	return preview?.firstSeenAt ?? -1;
}
