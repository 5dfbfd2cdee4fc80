/**
 * The other id of an encrypted 1:1 chat: its message ids begin with the user id of the person
 * it is with, whoever sent them (seen 2026-07/09), and `/t/<user id>` is the same chat under
 * its older address.
 */
import type { ChatReading } from '../../model';
import { isGroupId } from './message-id';

const personForm = /^(\d{1,30})@msgr\./u;

/** What else is known of the page. */
export interface Page {
	account: string | null;
	chats: readonly ChatReading[];
	/** Persons that such ids named, with all chats in which they did. */
	chatsOfPeer: Map<string, Set<string>>;
}

/** The one person whom all ids of this form name; `null` where there is none or more. */
export function personOf(messageIds: readonly string[]): string | null {
	const [person, ...others] = new Set(messageIds.flatMap((id) => id.match(personForm)?.[1] ?? []));
	return others.length === 0 ? (person ?? null) : null;
}

/** Ids beside its own by which a chat may be stored; none where anything speaks against it. */
export function otherIdsOf(
	chatId: string,
	messageIds: readonly string[],
	{ account, chats, chatsOfPeer }: Page,
): string[] {
	const peer = personOf(messageIds);
	if (peer === null || messageIds.some(isGroupId)) return [];
	const named = chatsOfPeer.get(peer) ?? new Set();
	chatsOfPeer.set(peer, named.add(chatId));
	// Two rows, or two such chats with one person: which of them is meant is not known.
	const isListed = chats.some(({ id }) => id === peer);
	return peer === chatId || peer === account || isListed || named.size > 1 ? [] : [peer];
}
