import type { DateOrder, TimeContext } from './context';
import { dateOrderOf } from './date-order';
import { longestWord, plainLabel } from './find-words';
import { type CalendarDate, dateOf, localMoment } from './moments';
import { plainWord, timeWordsOf } from './words';

const dayMs = 86_400_000;

/** Numeric dates, month names, weekdays (the last such day, never today), today and yesterday. */
export function parseDate(text: string, context: TimeContext): CalendarDate | null {
	const label = plainLabel(text);
	return (
		parseNumericDate(label, context) ??
		parseNamedDate(label, context) ??
		parseDayWord(label, context)
	);
}

function parseNumericDate(label: string, context: TimeContext): CalendarDate | null {
	const eastern = label.match(
		/(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]/u,
	);
	if (eastern) return nearDate(eastern[1], eastern[2], eastern[3], context.now);
	const match = label.match(
		/(?<!\d|\d\s?[./-]\s?)(\d{1,4})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{1,4})(?!\d|[.:]\d)/u,
	);
	if (!match) return null;
	const [, first = '', separator, second = '', last = ''] = match;
	if (first.length === 4) return checkedDate(first, second, last, context.now);
	// Korean writes "26. 9. 25."
	if (last.length <= 2 && separator === '.' && dateOrderOf(context.languages) === 'ymd') {
		return checkedDate(`20${first}`, second, last, context.now);
	}
	if (last.length !== 2 && last.length !== 4) return null;
	const year = last.length === 2 ? `20${last}` : last;
	const order = numericOrder(Number(first), Number(second), separator === '.', context);
	if (order === 'mdy') return checkedDate(year, first, second, context.now);
	if (order === 'dmy') return checkedDate(year, second, first, context.now);
	return null;
}

function numericOrder(
	first: number,
	second: number,
	isDotted: boolean,
	context: TimeContext,
): DateOrder | null {
	if (first > 12 && second <= 12) return 'dmy';
	if (second > 12 && first <= 12) return 'mdy';
	if (first === second || isDotted) return 'dmy';
	return context.order ?? dateOrderOf(context.languages);
}

function parseNamedDate(label: string, context: TimeContext): CalendarDate | null {
	const word = plainWord(label);
	if (!/\d/u.test(word)) return null;
	const year = word.match(/(?<!\d)\d{4}(?!\d)/u)?.[0];
	for (const words of timeWordsOf(context.languages)) {
		const month = longestWord(word, words.months());
		if (month === null) continue;
		// Vietnamese counts its months and days of the week: "Thứ 6, 25 thg 9".
		const rest = month.rest.replace(longestWord(month.rest, words.weekdays())?.word ?? '', ' ');
		const day = rest.match(/(?<!\d)\d{1,2}(?!\d)/u)?.[0];
		return day === undefined ? null : nearDate(year, month.value, day, context.now);
	}
	return null;
}

function parseDayWord(label: string, context: TimeContext): CalendarDate | null {
	const word = plainWord(label);
	const today = dateOf(context.now);
	const shifted = (days: number): CalendarDate =>
		dateOf(new Date(today.year, today.month - 1, today.day + days).getTime());
	for (const words of timeWordsOf(context.languages)) {
		const days = longestWord(word, words.days);
		if (days !== null) return shifted(days.value);
		const weekday = longestWord(word, words.weekdays());
		// Beside figures it is the weekday of a date that was not read.
		if (weekday !== null && /\d/u.test(weekday.rest)) return null;
		if (weekday !== null) {
			const back = (new Date(context.now).getDay() - weekday.value + 7) % 7;
			return shifted(-(back === 0 ? 7 : back));
		}
	}
	return null;
}

/** Without a year it is the last such day. */
function nearDate(
	year: string | undefined,
	month: string | number | undefined,
	day: string | undefined,
	now: number,
): CalendarDate | null {
	const thisYear = new Date(now).getFullYear();
	const date = checkedDate(year ?? thisYear, month, day, now);
	const isToCome = !year && date && (localMoment(date).from ?? 0) > now + dayMs;
	return isToCome ? checkedDate(thisYear - 1, month, day, now) : date;
}

function checkedDate(
	year: string | number | undefined,
	month: string | number | undefined,
	day: string | number | undefined,
	now: number,
): CalendarDate | null {
	const date = { year: Number(year), month: Number(month), day: Number(day) };
	const made = new Date(date.year, date.month - 1, date.day);
	const isReal = made.getMonth() === date.month - 1 && made.getDate() === date.day;
	// Another calendar's year (Buddhist, Persian) is not guessed at.
	const isNear = Math.abs(date.year - new Date(now).getFullYear()) <= 30;
	return isReal && isNear ? date : null;
}
