import { relativeText } from './durations';
import { keepFormat } from './locale';

const dateFormat = (shape: string, options: Intl.DateTimeFormatOptions) =>
	keepFormat(shape, (locale) => new Intl.DateTimeFormat(locale, options));

export const clockText = (at: number): string =>
	dateFormat('clock', { hour: 'numeric', minute: '2-digit' }).format(at);

/** With its year, whenever that is. */
export const fullDay = (at: number): string =>
	dateFormat('full day', { dateStyle: 'short' }).format(at);

/** The same with its time. */
export const fullStamp = (at: number): string =>
	dateFormat('full stamp', { dateStyle: 'short', timeStyle: 'short' }).format(at);

/** Midnight of the local day that holds `at`. */
export function dayStart(at: number): number {
	const date = new Date(at);
	return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Local days from `at` to `now`; calendar days, so a change of the clocks does not count. */
export function daysAgo(at: number, now: number): number {
	return Math.round((dayStart(now) - dayStart(at)) / 86_400_000);
}

const withCapital = (text: string): string => {
	const [first = '', ...rest] = text;
	return first.toLocaleUpperCase() + rest.join('');
};

/** "Yesterday", "Sat", "3 Nov", "11/3/24": as short as the distance allows. */
export function shortDay(at: number, now: number): string {
	const days = daysAgo(at, now);
	if (days === 0 || days === 1) return withCapital(relativeText(-days, 'day'));
	if (days > 1 && days < 7) return dateFormat('weekday', { weekday: 'short' }).format(at);
	if (new Date(at).getFullYear() === new Date(now).getFullYear()) {
		return dateFormat('date', { day: 'numeric', month: 'short' }).format(at);
	}
	return dateFormat('old date', { dateStyle: 'short' }).format(at);
}

/** "Today", "Yesterday", "Saturday", "Monday, 3 November", with the year when it is another. */
export function longDay(at: number, now: number): string {
	const days = daysAgo(at, now);
	if (days === 0 || days === 1) return withCapital(relativeText(-days, 'day'));
	if (days > 1 && days < 7) return dateFormat('long weekday', { weekday: 'long' }).format(at);
	const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
	return isThisYear
		? dateFormat('long date', { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
		: dateFormat('full date', { dateStyle: 'long' }).format(at);
}

/** "14:05" today, else the day before it: for "as of" and "since". */
export function stampText(at: number, now: number): string {
	return daysAgo(at, now) === 0 ? clockText(at) : `${shortDay(at, now)}, ${clockText(at)}`;
}

/** "3 Nov 2026" of what is known to the day, by its midnight in UTC. */
export const utcDayText = (at: number): string =>
	dateFormat('UTC day', { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
