import { type Chat, hourMs, type Message, type Moment } from '../model';
import { needsTombstone } from './tombstones';

/** Marked as seen no more often than this, like any chat. */
const seenEveryMs = hourMs;

/** A chat as a page reads it, where nothing is known of it but what it refuses. */
const nothingKnown = { from: null, to: null, precision: 'unknown' } as const;

/**
 * What is left of a chat that went: no name and no id of its network, only keyed hashes and
 * times by which what a page may still show of it is refused, and the timer that its user
 * chose, which does not turn itself off.
 */
export function shellOf(chat: Chat): Chat {
	const { timer, expiredThrough, ownExpiredThrough, deletedThrough, aliases, otherKeys } = chat;
	return {
		key: chat.key,
		network: chat.network,
		account: chat.account,
		nativeId: null,
		title: '',
		unread: chat.unread,
		muted: null,
		pinned: null,
		archived: null,
		group: null,
		lastActivity: { ...nothingKnown },
		seenAt: chat.seenAt,
		tombstones: chat.tombstones,
		...(timer === undefined ? {} : { timer }),
		...(expiredThrough === undefined ? {} : { expiredThrough }),
		...(ownExpiredThrough === undefined ? {} : { ownExpiredThrough }),
		...(deletedThrough === undefined ? {} : { deletedThrough }),
		...(aliases === undefined ? {} : { aliases }),
		...(otherKeys === undefined ? {} : { otherKeys }),
		isGone: true,
	};
}

/**
 * A chat of which the last copy expired and that no page shows any more: all that was sent
 * until a page last showed it is past its time.
 */
export function forgottenChat(chat: Chat): Chat {
	const { expiredThrough = 0, seenAt, lastActivity } = chat;
	// By its network's time too: the clock may have been slow.
	const through = Math.max(expiredThrough, seenAt, lastActivity.from ?? 0);
	return { ...shellOf(chat), expiredThrough: through };
}

/** A page shows it still, and nothing that is new: how many it counts as unread is known. */
export function stillGone(known: Chat, read: Chat, now: number): Chat {
	const isSeenLately = now - known.seenAt < seenEveryMs;
	if (isSeenLately && read.unread === known.unread && read.tombstones === known.tombstones)
		return known;
	const { unread, tombstones } = read;
	return { ...known, unread, tombstones, seenAt: Math.max(known.seenAt, now) };
}

/** A chat of which a page shows something that is new. */
export function withoutGone(chat: Chat): Chat {
	if (!chat.isGone) return chat;
	const { isGone: _, ...rest } = chat;
	return rest;
}

/** Whether something was certainly sent before all that was deleted then. */
export function wasDeleted({ sentAt }: { sentAt: Moment }, deletedThrough: number | null): boolean {
	return deletedThrough !== null && sentAt.to !== null && sentAt.to <= deletedThrough;
}

/** Whether the time of a message does not tell for ever that it was sent before `through`. */
export function isUndecided({ sentAt }: Pick<Message, 'sentAt'>, through: number): boolean {
	return needsTombstone(sentAt) || sentAt.to === null || sentAt.to > through;
}
