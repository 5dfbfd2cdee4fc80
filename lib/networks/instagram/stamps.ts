import type { Moment } from '../../model';
import { parseClock } from '../time/clocks';
import type { TimeContext } from '../time/context';
import { parseDate } from '../time/dates';
import { intervalMoment, unknownMoment } from '../time/moments';
import { parseStamp } from '../time/stamps';

/** What stands in a thread, in the order shown, as far as times go. */
export type Mark =
	| { is: 'stamp'; text: string; moment: Moment }
	/** Something between two messages is not drawn. */
	| { is: 'break' }
	/** An older part is on its way. */
	| { is: 'older' }
	| { is: 'message' };

const toleranceMs = 2 * 60_000;
const dayMs = 86_400_000;

/** A separator's time, `null` for any other text. */
export function readStamp(text: string, context: TimeContext): Moment | null {
	if (text.length > 100) return null;
	const moment = parseStamp(text, context);
	return moment && moment.precision !== 'unknown' ? moment : null;
}

/**
 * A time for each message. Separators stand only where a pause opened (2026-04-23),
 * so the first message after one has its minute; those after it lie between this
 * separator and the next, those before all separators before the first.
 */
export function placeTimes(marks: readonly Mark[], context: TimeContext): Moment[] {
	const stamps = trustedStamps(marks, context);
	const ends = nextStamps(marks, stamps);
	const placed: Moment[] = [];
	let from: number | null = null;
	let own: Moment | null = null;
	for (const [index, mark] of marks.entries()) {
		if (mark.is === 'break') own = null;
		if (mark.is === 'stamp') {
			own = stamps.get(index) ?? null;
			from = own?.from ?? from;
		}
		if (mark.is !== 'message') continue;
		placed.push(own ?? intervalMoment(from, ends[index] ?? context.now));
		own = null;
	}
	return placed;
}

/** The narrower of two times for the same message; a stamp stays as it is. */
export function narrowed(moment: Moment, bounds: Moment): Moment {
	if (moment.precision !== 'interval' && moment.precision !== 'unknown') return moment;
	if (bounds.precision !== 'interval' && bounds.precision !== 'unknown') return bounds;
	const from = latest(moment.from, bounds.from);
	const to = earliest(moment.to, bounds.to);
	if (from !== null && to !== null && from > to) return moment;
	return from === null && to === null ? unknownMoment : intervalMoment(from, to);
}

/**
 * Separators that can be true together: none to come, none after the next one. A bare
 * clock drawn yesterday and not redrawn since is moved back a day; what still does
 * not fit is left out.
 */
function trustedStamps(marks: readonly Mark[], context: TimeContext): Map<number, Moment> {
	const trusted = new Map<number, Moment>();
	let ceiling = context.now + toleranceMs;
	for (let index = marks.length - 1; index >= 0; index -= 1) {
		const mark = marks[index];
		if (mark?.is !== 'stamp') continue;
		const isLate = (mark.moment.from ?? 0) > ceiling;
		const moment = isLate ? dayBefore(mark, context) : mark.moment;
		if (!moment || (moment.from ?? 0) > ceiling) continue;
		trusted.set(index, moment);
		ceiling = moment.from ?? ceiling;
	}
	return trusted;
}

function dayBefore(mark: { text: string }, context: TimeContext): Moment | null {
	const isBare = parseClock(mark.text, context.languages) && !parseDate(mark.text, context);
	return isBare ? parseStamp(mark.text, { ...context, now: context.now - dayMs }) : null;
}

/** For each mark, where the next separator after it begins. */
function nextStamps(
	marks: readonly Mark[],
	stamps: ReadonlyMap<number, Moment>,
): (number | null)[] {
	const ends: (number | null)[] = marks.map(() => null);
	let next: number | null = null;
	for (let index = marks.length - 1; index >= 0; index -= 1) {
		ends[index] = next;
		next = stamps.get(index)?.from ?? next;
	}
	return ends;
}

function latest(one: number | null, other: number | null): number | null {
	return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

function earliest(one: number | null, other: number | null): number | null {
	return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
