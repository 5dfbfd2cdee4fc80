import type { Moment } from '../model';

/**
 * Whether two times are one time on this device's clock, with day and month read the other
 * way round: 10:00 on 3 April and 10:00 on 4 March.
 */
export function isDaySwapped(a: Moment, b: Moment): boolean {
	if (a.precision !== b.precision || a.precision === 'exact') return false;
	const ends = [isSwapped(a.from, b.from), isSwapped(a.to, b.to)];
	const isEqual = [a.from === b.from, a.to === b.to];
	return ends.includes(true) && ends.every((isEnd, index) => isEnd || isEqual[index] === true);
}

function isSwapped(a: number | null, b: number | null): boolean {
	if (a === null || b === null || a === b) return false;
	// Both ways, since one of the two hours may be missing from its day in spring.
	return swapDay(a) === b || swapDay(b) === a;
}

function swapDay(at: number): number | null {
	const date = new Date(at);
	const [day, month] = [date.getDate(), date.getMonth() + 1];
	if (day > 12) return null;
	return date.setMonth(day - 1, month);
}
