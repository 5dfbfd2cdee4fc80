import type { Lifespan, Message } from '../model';
import type { Place } from './align-messages';
import { type ExpiredThrough, wasExpired } from './expired-through';
import { isExpired } from './expiry';
import { wasDeleted } from './gone-chats';
import type { ReadMessage } from './identify-messages';

export interface Refusal {
	lifespan: Lifespan;
	/** Of earlier timers. */
	through: ExpiredThrough;
	/** See `Chat`; `null` where nothing was. */
	deletedThrough: number | null;
	now: number;
}

/**
 * Which messages of a window are past their time: what is due by its own clock, what expired
 * or was deleted here before, and what stands before either without a beginning of its own, since order is
 * evidence too.
 */
export function refuseExpired(
	window: readonly ReadMessage[],
	places: readonly Place[],
	stored: readonly Message[],
	{ lifespan, through, deletedThrough, now }: Refusal,
): boolean[] {
	const isGone = window.map(({ reading, firstSeenAt }, index) => {
		const place = places[index] ?? null;
		if (place === 'buried') return true;
		const known = place === null ? undefined : stored[place];
		const copy = known ?? { ...reading, firstSeenAt };
		if (isExpired(copy, lifespan, now)) return true;
		return !known && (wasExpired(copy, through) || wasDeleted(copy, deletedThrough));
	});
	const last = isGone.lastIndexOf(true);
	return window.map(
		({ reading }, index) =>
			isGone[index] === true ||
			(index < last && places[index] === null && reading.sentAt.from === null),
	);
}
