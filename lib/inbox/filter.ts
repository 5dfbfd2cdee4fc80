import type { Chat, ChatRow, Network } from '../model';
import { isArchived, isMuted, isSnoozed, isUnread, unreadHere } from './own-flags';

export const shelves = ['groups', 'snoozed', 'archived'] as const;
/** Groups among the rest; what is put away for a while; what is put away. */
export type Shelf = (typeof shelves)[number];

/** What the list is narrowed to; all of it applies at once. */
export interface InboxFilter {
	/** Only chats that are known to be unread. */
	unread: boolean;
	/** `null` for all. */
	network: Network | null;
	/** One account of a network, by its key. */
	account?: string;
	shelf?: Shelf;
	label?: string;
}

export const everything: InboxFilter = { unread: false, network: null };

/** Archived and snoozed chats stand on shelves of their own, and under their labels. */
export function filterRows(rows: readonly ChatRow[], filter: InboxFilter, now = 0): ChatRow[] {
	return rows.filter(
		({ chat }) =>
			(filter.network === null || chat.network === filter.network) &&
			(filter.account === undefined || chat.account === filter.account) &&
			(!filter.unread || isUnread(unreadHere(chat, now))) &&
			isOnShelf(chat, filter, now),
	);
}

function isOnShelf(chat: Chat, { shelf, label }: InboxFilter, now: number): boolean {
	if (label !== undefined && !chat.own?.labels?.includes(label)) return false;
	if (shelf === 'archived') return isArchived(chat);
	if (shelf === 'snoozed') return isSnoozed(chat, now);
	if (shelf === 'groups' && chat.group !== true) return false;
	return label !== undefined || (!isArchived(chat) && !isSnoozed(chat, now));
}

/** Whether a chat asks for attention: unread, and neither muted nor put away. */
export function wantsAttention(chat: Chat, now: number): boolean {
	return (
		isUnread(unreadHere(chat, now)) && !isMuted(chat) && !isArchived(chat) && !isSnoozed(chat, now)
	);
}

/** How many chats ask for attention. */
export function countUnreadChats(rows: readonly ChatRow[], now = 0): number {
	return rows.filter(({ chat }) => wantsAttention(chat, now)).length;
}
