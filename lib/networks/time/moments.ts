/** What is known of a time, and how exactly. */
import type { Moment } from '../../model';

const minuteMs = 60_000;

export const unknownMoment: Moment = { from: null, to: null, precision: 'unknown' };

export interface Clock {
	hour: number;
	minute: number;
}

export interface CalendarDate {
	year: number;
	/** 1..12 */
	month: number;
	day: number;
}

/** To the millisecond. */
export function exactMoment(at: number): Moment {
	return { from: at, to: at, precision: 'exact' };
}

/** Both bounds inclusive, either may be open. */
export function intervalMoment(from: number | null, to: number | null): Moment {
	return from === null && to === null ? unknownMoment : { from, to, precision: 'interval' };
}

/** That local minute, or that whole local day without a clock. */
export function localMoment(date: CalendarDate, clock?: Clock | null): Moment {
	if (clock) {
		const from = new Date(date.year, date.month - 1, date.day, clock.hour, clock.minute).getTime();
		return { from, to: from + minuteMs - 1, precision: 'minute' };
	}
	const from = new Date(date.year, date.month - 1, date.day).getTime();
	const to = new Date(date.year, date.month - 1, date.day + 1).getTime() - 1;
	return { from, to, precision: 'day' };
}

/** The local day of an instant. */
export function dateOf(at: number): CalendarDate {
	const date = new Date(at);
	return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}
