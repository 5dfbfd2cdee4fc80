import type { Message, Timer } from '../model';
import type { Place } from './align-messages';
import { isExpired } from './expiry';
import type { ReadMessage } from './identify-messages';

/**
 * Which messages of a window are past their time: what is due by its own clock, what expired
 * here before, and what stands before either without a beginning of its own, since order is
 * evidence too.
 */
export function refuseExpired(
	window: readonly ReadMessage[],
	places: readonly Place[],
	stored: readonly Message[],
	timer: Timer,
	now: number,
): boolean[] {
	const isGone = window.map(({ reading, firstSeenAt }, index) => {
		const place = places[index] ?? null;
		if (place === 'buried') return true;
		const known = place === null ? undefined : stored[place];
		return isExpired(known ?? { sentAt: reading.sentAt, firstSeenAt }, timer, now);
	});
	const last = isGone.lastIndexOf(true);
	return window.map(
		({ reading }, index) =>
			isGone[index] === true ||
			(index < last && places[index] === null && reading.sentAt.from === null),
	);
}
