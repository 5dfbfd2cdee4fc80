import { clockText, daysAgo } from './days';
import { relativeText } from './durations';
import { keepFormat } from './locale';

const dateFormat = (shape: string, options: Intl.DateTimeFormatOptions) =>
	keepFormat(`coming ${shape}`, (locale) => new Intl.DateTimeFormat(locale, options));

/** "Today", "Tomorrow", "Saturday", "Monday, 3 November", with the year when it is another. */
export function comingDay(at: number, now: number): string {
	const days = -daysAgo(at, now);
	if (days <= 1) return withCapital(relativeText(Math.max(days, 0), 'day'));
	if (days < 7) return dateFormat('weekday', { weekday: 'long' }).format(at);
	const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
	return isThisYear
		? dateFormat('date', { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
		: dateFormat('full date', { dateStyle: 'long' }).format(at);
}

/** "18:30", under the heading of its day. */
export const comingTime = clockText;

const withCapital = (text: string): string => {
	const [first = '', ...rest] = text;
	return first.toLocaleUpperCase() + rest.join('');
};
