import type { Moment } from '../model';
import { isDaySwapped } from './swapped-day';

/**
 * What is known of a time after it was read again. Only a better reading moves it: both
 * ends instead of one, a narrower stretch, or the end that was open. A reading as good as
 * the known one changes nothing, so that relative times do not creep with the clock. Only
 * day and month that were taken for each other change places once their order is settled.
 */
export function betterMoment(known: Moment, read: Moment, isOrderSettled = false): Moment {
	if (isOrderSettled && isDaySwapped(known, read)) return read;
	const difference = knownEnds(read) - knownEnds(known);
	if (difference !== 0) return difference > 0 ? read : known;
	switch (knownEnds(known)) {
		case 0:
			return known;
		case 1:
			return betterHalf(known, read);
		default:
			return width(read) < width(known) ? read : known;
	}
}

/** Milliseconds that lie for certain between two times; `0` where they may be the same. */
export function distanceMs(a: Moment, b: Moment): number {
	const later = Math.max(a.from ?? -Infinity, b.from ?? -Infinity);
	const earlier = Math.min(a.to ?? Infinity, b.to ?? Infinity);
	return Math.max(0, later - earlier);
}

/** Whether `a` is over before `b` begins, for certain. */
export function isBefore(a: Moment, b: Moment): boolean {
	return a.to !== null && b.from !== null && a.to < b.from;
}

/** Whether a time is known to a minute or better, as clock times on a page are. */
export function isPrecise(moment: Moment): boolean {
	return moment.precision === 'exact' || moment.precision === 'minute';
}

function knownEnds({ from, to }: Moment): number {
	return Number(from !== null) + Number(to !== null);
}

function width({ from, to }: Moment): number {
	return (to ?? Infinity) - (from ?? -Infinity);
}

/** Of two stretches with one open end each: the tighter one, or both ends together. */
function betterHalf(known: Moment, read: Moment): Moment {
	if (known.from !== null && read.from !== null) return read.from > known.from ? read : known;
	if (known.to !== null && read.to !== null) return read.to < known.to ? read : known;
	const from = known.from ?? read.from;
	const to = known.to ?? read.to;
	return from !== null && to !== null && from > to ? known : { from, to, precision: 'interval' };
}
