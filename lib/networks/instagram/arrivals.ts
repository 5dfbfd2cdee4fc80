import type { Moment } from '../../model';
import { intervalMoment } from '../time/moments';
import type { PageMemory, SeenThread } from './memory';
import { narrowed } from './stamps';

/** A chat that has just been opened is still filling: what comes then did not arrive then. */
const fillingMs = 2_000;
const tailLength = 3;

/** One pass over the drawn part of a chat. */
export interface Pass {
	chatId: string;
	/** Kind and text of each message, in the order shown: what stays the same over readings. */
	looks: readonly string[];
	moments: readonly Moment[];
	/** When the last of them was sent at the latest, by its row; `null` where that does not tell. */
	lastSentBy: number | null;
	now: number;
	visible: boolean;
}

/**
 * Times that this page session makes narrower. A message is no newer than its first
 * sight; one that follows the newest ever seen here (the thread scrolls, so the end of
 * what is drawn will not do) is no older than the reading before. What was found once
 * is kept while the drawn part still joins on.
 */
export function narrowByWatching(pass: Pass, memory: PageMemory): Moment[] {
	const { chatId, looks, lastSentBy, now, visible } = pass;
	const moments = [...pass.moments];
	if (looks.length === 0) return moments;
	const seen = memory.threads.get(chatId);
	const end = seen ? endOfTail(looks, seen) : null;
	if (seen) {
		keepKnown(moments, looks, seen);
		const hasFilled = now - seen.since >= fillingMs;
		if (end !== null && visible && seen.tailSeenAt !== null && hasFilled) {
			narrowAfter(end, moments, seen.tailSeenAt, now);
		}
	}
	const last = moments.at(-1);
	if (!seen && lastSentBy !== null && last) {
		moments[moments.length - 1] = narrowed(last, intervalMoment(null, lastSentBy));
	}
	const isAtTail = !seen || end !== null;
	memory.threads.set(chatId, {
		looks: [...looks],
		moments,
		since: seen?.since ?? now,
		tail: isAtTail ? looks.slice(-tailLength) : seen.tail,
		tailSeenAt: isAtTail && visible ? now : isAtTail ? null : seen.tailSeenAt,
	});
	return moments;
}

function narrowAfter(end: number, moments: Moment[], from: number, to: number): void {
	for (let index = end + 1; index < moments.length; index += 1) {
		const moment = moments[index];
		if (moment) moments[index] = narrowed(moment, { from, to, precision: 'interval' });
	}
}

/** A label that was not drawn anew says "yesterday" also the day after: what it said first stays. */
function keepKnown(moments: Moment[], looks: readonly string[], seen: SeenThread): void {
	const shift = joinOf(seen.looks, looks);
	if (shift === null) return;
	for (const [index, known] of seen.moments.entries()) {
		const moment = moments[index - shift];
		if (moment) moments[index - shift] = narrowed(known, moment);
	}
}

/** Where the newest message ever seen is now; `null` while it is not drawn. */
function endOfTail(looks: readonly string[], { tail, looks: before }: SeenThread): number | null {
	for (let end = looks.length - 1; end >= tail.length - 1; end -= 1) {
		if (tail.every((look, index) => look === looks[end - tail.length + 1 + index])) return end;
	}
	// The last messages were edited or unsent, and the thread did not scroll: a new end.
	const isSameStart = looks.slice(0, tailLength).every((look, index) => look === before[index]);
	const isSameLength = Math.abs(looks.length - before.length) <= 1;
	return isSameStart && isSameLength && looks.length > tailLength ? looks.length - 1 : null;
}

/** How far `before` starts above (positive) or below `after` where both overlap, else `null`. */
export function joinOf(before: readonly string[], after: readonly string[]): number | null {
	const needed = Math.min(3, before.length, after.length);
	for (let shift = 0; shift <= before.length - needed; shift += 1) {
		if (overlaps(before, after, shift)) return shift;
	}
	for (let shift = 1; shift <= after.length - needed; shift += 1) {
		if (overlaps(after, before, shift)) return -shift;
	}
	return null;
}

function overlaps(above: readonly string[], below: readonly string[], shift: number): boolean {
	const length = Math.min(above.length - shift, below.length);
	for (let index = 0; index < length; index += 1) {
		if (above[shift + index] !== below[index]) return false;
	}
	return true;
}
