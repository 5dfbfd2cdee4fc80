/**
 * What a page's time words mean. Pages write local wall time in their own language;
 * every word is compared with what `Intl` says in that language, never with a list
 * of translations. Functions return `null` for what they do not recognise.
 */
import type { Moment } from '../model';

export const unknownMoment: Moment = { from: null, to: null, precision: 'unknown' };

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** To the millisecond. */
export function exactMoment(at: number): Moment {
	return { from: at, to: at, precision: 'exact' };
}

/** Both bounds inclusive, either may be open. */
export function intervalMoment(from: number | null, to: number | null): Moment {
	return from === null && to === null ? unknownMoment : { from, to, precision: 'interval' };
}
