import type { ChatRow, Network, Unread } from '../model';

/** What the list is narrowed to; both may apply at once. */
export interface InboxFilter {
	/** Only chats that are known to be unread. */
	unread: boolean;
	/** `null` for all. */
	network: Network | null;
}

export const everything: InboxFilter = { unread: false, network: null };

export function filterRows(rows: readonly ChatRow[], filter: InboxFilter): ChatRow[] {
	return rows.filter(
		({ chat }) =>
			(filter.network === null || chat.network === filter.network) &&
			(!filter.unread || isUnread(chat.unread)),
	);
}

/** What cannot be told counts as read: nothing is claimed of it. */
export function isUnread(unread: Unread): boolean {
	return unread !== null && unread !== 0;
}

/** How many chats ask for attention: unread, and neither muted nor archived. */
export function countUnreadChats(rows: readonly ChatRow[]): number {
	return rows.filter(
		({ chat }) => isUnread(chat.unread) && chat.muted !== true && chat.archived !== true,
	).length;
}
