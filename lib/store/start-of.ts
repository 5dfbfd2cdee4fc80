import { type Copy, clockStart, expiresAt } from '@/lib/inbox/expiry';
import type { Lifespan } from '@/lib/model';

/** Longer than anything lives; twice as much is still a whole number to a computer. */
const foreverMs = 4e15;

/** What is added to a start to say when a copy goes. */
export function spanMs(lifespan: Lifespan): number {
	return typeof lifespan === 'number' ? lifespan : foreverMs;
}

/**
 * When a copy's clock started, whole ms, rounded down so that no copy outlives its time by a
 * fraction. Of one that goes by another clock than its chat's timer: when it would have to
 * start, so that all of a chat are compared alike.
 */
export function startOf(copy: Copy, lifespan: Lifespan): number {
	const isByTimer = typeof lifespan !== 'object' && !copy.kept && !copy.toStory;
	if (isByTimer) return Math.floor(clockStart(copy.sentAt, copy.firstSeenAt));
	const end = expiresAt(copy, lifespan);
	return end === null ? foreverMs : Math.floor(end) - spanMs(lifespan);
}

/** When the first of these goes, `null` if none will. */
export function firstEnd(
	lifespan: Lifespan,
	starts: readonly (number | undefined)[],
): number | null {
	const known = starts.filter((start) => start !== undefined);
	if (known.length === 0) return null;
	const end = known.reduce((a, b) => Math.min(a, b)) + spanMs(lifespan);
	return end < foreverMs ? end : null;
}
