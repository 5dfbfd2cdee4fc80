import type { Chat, Lifespan, Message } from '../model';
import { alignMessages, type Place } from './align-messages';
import { isSame } from './changes';
import type { ExpiredThrough } from './expired-through';
import { findGone } from './gone-messages';
import type { Draft, ReadMessage } from './identify-messages';
import { emptied, mergeMessage } from './merge-message';
import { placeMessages } from './place-messages';
import { refuseExpired } from './refuse-expired';
import { findRemoved } from './removed-messages';
import { buriedMessages } from './tombstones';

export interface ThreadFacts {
	lifespan: Lifespan;
	/** Of earlier timers. */
	through?: ExpiredThrough;
	/** See `Chat`; `null` where nothing was. */
	deletedThrough?: number | null;
	tombstones: Chat['tombstones'];
	now: number;
	/** See `ThreadReading`. */
	joined?: boolean;
	/** Whether the order of day and month is proven for this window, see `Reading`. */
	isOrderSettled?: boolean;
}

/**
 * What a window of a thread changes in what is stored of it: new messages and changed ones.
 *
 * @param stored All of the chat, by rank.
 * @param window In the order shown, oldest first.
 */
export function mergeThread(
	stored: readonly Message[],
	window: readonly ReadMessage[],
	facts: ThreadFacts,
): Draft[] {
	const { lifespan, through = {}, deletedThrough = null, now, tombstones } = facts;
	const { joined = false, isOrderSettled } = facts;
	const places = placesOf(stored, tombstones, window);
	const refusal = { lifespan, through, deletedThrough, now };
	const refused = refuseExpired(window, places, stored, refusal);
	const shown = window.flatMap((read, index) => {
		const place = places[index] ?? null;
		const isRefused = refused[index] === true;
		if (place === 'buried' || (place === null && isRefused)) return [];
		return [{ read, place, isRefused, sentAt: read.reading.sentAt }];
	});
	const { added, gaps } = placeMessages(stored, shown);

	const changed = new Map<number, Draft>();
	const edit = (place: number, change: (message: Message) => Draft): void => {
		const message = stored[place];
		if (!message) return;
		const gapBefore = gaps.get(place);
		const after = change(gapBefore === undefined ? message : { ...message, gapBefore });
		if (!isSame(after, message)) changed.set(place, after);
	};
	for (const place of gaps.keys()) edit(place, (message) => message);
	for (const { read, place, isRefused } of shown) {
		if (place !== null && !isRefused)
			edit(place, (message) => reread(message, read, isOrderSettled));
	}
	if (joined) {
		// Hashed anew, so that a message that comes back after all is a new one.
		for (const place of findGone(stored, places)) {
			edit(place, (message) => ({ ...emptied(message), signature: null }));
		}
	}
	const fresh = shown.flatMap(({ read }, index) => {
		const position = added.get(index);
		return position ? [newMessage(read, position)] : [];
	});
	return [...changed.values(), ...fresh];
}

/** Where each message of the window stands; what was deleted here is buried, too. */
function placesOf(
	stored: readonly Message[],
	tombstones: Chat['tombstones'],
	window: readonly ReadMessage[],
): Place[] {
	const removed = findRemoved(window, tombstones);
	const left = window.filter((_, index) => removed[index] === null);
	const places = alignMessages(stored, buriedMessages(tombstones), left);
	return removed.map((mark) => (mark === null ? (places.shift() ?? null) : 'buried'));
}

/** The signature stays that of what a page shows of the message, or is to be hashed anew. */
function reread(
	message: Message,
	{ reading, signature }: ReadMessage,
	isOrderSettled?: boolean,
): Draft {
	const merged = mergeMessage(message, reading, isOrderSettled);
	if (isSameLook(merged, message)) return merged;
	return {
		...merged,
		signature: reading.deleted || isSameLook(merged, reading) ? signature : null,
	};
}

function isSameLook(a: Look, b: Look): boolean {
	return a.side === b.side && a.sender === b.sender && a.kind === b.kind && a.text === b.text;
}
type Look = Pick<Message, 'side' | 'sender' | 'kind' | 'text'>;

function newMessage(
	{ reading, key, signature, firstSeenAt, gapBefore }: ReadMessage,
	position: { rank: number; gapBefore: boolean },
): Draft {
	const isGap = gapBefore || position.gapBefore;
	const message = {
		...reading,
		key,
		signature,
		firstSeenAt,
		rank: position.rank,
		...(isGap ? { gapBefore: true } : {}),
	};
	return reading.deleted ? emptied(message) : message;
}
