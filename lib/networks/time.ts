/**
 * What a page's time words mean. Pages write local wall time in their own language;
 * every word is compared with what `Intl` says in that language, never with a list
 * of translations. Functions return `null` for what they do not recognise.
 */
import type { Moment } from '../model';
import { asciiDigits, cleanLabel } from './dom';
import { plainWord, type RelativeUnit, relativeUnits, timeWordsOf } from './time-words';

export const unknownMoment: Moment = { from: null, to: null, precision: 'unknown' };

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

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

export interface TimeContext {
	now: number;
	/** BCP 47; the page's own language first. */
	languages: readonly string[];
	/** Settled order of day and month in numeric dates, where one was learned. */
	order?: DateOrder | null;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

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

/** `1:22 PM`, `17.53`, `下午1:23`, `17 h 05`, digits of any script. */
export function parseClock(text: string, languages: readonly string[]): Clock | null {
	return findClock(plain(text), languages)?.clock ?? null;
}

/** Numeric dates, month names, weekdays (the last such day, never today), today and yesterday. */
export function parseDate(text: string, context: TimeContext): CalendarDate | null {
	const label = plain(text);
	return (
		parseNumericDate(label, context) ??
		parseNamedDate(label, context) ??
		parseDayWord(label, context)
	);
}

/** A clock, a date, or both in either order. A bare clock means today, or yesterday if that is still to come. */
export function parseStamp(text: string, context: TimeContext): Moment | null {
	const label = plain(text);
	const found = findClock(label, context.languages);
	if (!found) {
		const date = parseDate(label, context);
		return date && localMoment(date);
	}
	const rest = found.rest.replace(/[\s,،、，·|-]+/gu, ' ').trim();
	if (/[\p{L}\p{N}]/u.test(rest)) {
		const date = parseDate(rest, context);
		return date && localMoment(date, found.clock);
	}
	const today = localMoment(dateOf(context.now), found.clock);
	const isToCome = (today.from ?? 0) > context.now + 10 * minuteMs;
	return isToCome ? localMoment(dateOf(context.now - dayMs), found.clock) : today;
}

/**
 * "7 minutes ago", "7m", "a week ago", "now". Pages round down (seen on Instagram
 * 2026-04-23), so "n units" means more than n and less than n + 1 of them.
 */
export function parseRelative(
	text: string,
	{ now, languages }: Pick<TimeContext, 'now' | 'languages'>,
): Moment | null {
	const word = plainWord(plain(text));
	const number = word.match(/\d+/u);
	const count = number ? Number(number[0]) : 1;
	for (const words of timeWordsOf(languages)) {
		for (const unit of relativeUnits) {
			const isIt = number
				? words.relative(count, unit).includes(word)
				: words.relative(1, unit).includes(word) || endsAround(word, words.aroundOne(unit));
			if (isIt) return agoMoment(now, count, unit);
		}
		if (words.now !== '' && ` ${word} `.includes(` ${words.now} `)) {
			return intervalMoment(now - minuteMs, now);
		}
	}
	return null;
}

/**
 * Which order of day and month makes all these dates possible: none later than
 * tomorrow, none before its predecessor. `null` while more than one does.
 */
export function settleDateOrder(
	texts: readonly string[],
	context: Pick<TimeContext, 'now' | 'languages'>,
): DateOrder | null {
	const possible = (['dmy', 'mdy'] as const).filter((order) => {
		let previous = Number.NEGATIVE_INFINITY;
		return texts.every((text) => {
			const moment = parseStamp(text, { ...context, order });
			if (!moment) return false;
			const from = moment.from ?? previous;
			const fits = from >= previous && from <= context.now + dayMs;
			previous = from;
			return fits;
		});
	});
	return possible.length === 1 ? (possible[0] ?? null) : null;
}

/** Day first or month first, as a region writes it; plain `en` does not tell. */
export function dateOrderOf(languages: readonly string[]): DateOrder | null {
	for (const language of languages) {
		if (/^en$/iu.test(language) || timeWordsOf([language]).length === 0) continue;
		const parts = new Intl.DateTimeFormat(language).formatToParts(new Date(2026, 0, 2));
		const order = parts
			.map(({ type }) => ({ day: 'd', month: 'm', year: 'y' })[type as 'day'] ?? '')
			.join('');
		if (order === 'dmy' || order === 'mdy' || order === 'ymd') return order;
	}
	return null;
}

function plain(text: string): string {
	return asciiDigits(cleanLabel(text)).replace(/\s+/gu, ' ');
}

function dateOf(at: number): CalendarDate {
	const date = new Date(at);
	return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

const clockShape =
	/(?<![\d./-])(\d{1,2})\s?(?:[:.٫]|h|[時时시点點])\s?(\d{2})(?![\d]|[./-]\d)(?::\d{2})?\s?(?:[分분])?/iu;
const latinHalf = /(?<!\p{L})([ap])\.?\s?m\.?(?!\p{L})/iu;

function findClock(
	label: string,
	languages: readonly string[],
): { clock: Clock; rest: string } | null {
	const match = label.match(clockShape);
	if (!match) return null;
	const hour = Number(match[1]);
	const minute = Number(match[2]);
	if (hour > 24 || minute > 59) return null;
	const rest = label.replace(match[0], ' ');
	const half = rest.match(latinHalf);
	if (half) {
		const isAfternoon = half[1]?.toLowerCase() === 'p';
		const clock = { hour: (hour % 12) + (isAfternoon ? 12 : 0), minute };
		return { clock, rest: rest.replace(half[0], ' ') };
	}
	if (hour >= 1 && hour <= 12) {
		for (const words of timeWordsOf([...languages, 'zh', 'ja', 'ko'])) {
			const word = plainWord(rest);
			const period = words.periods.find((candidate) => hasWord(word, candidate));
			const known = period === undefined ? undefined : words.hours.get(`${period} ${hour % 12}`);
			if (period !== undefined && known !== undefined) {
				const at = wordAt(word, period) ?? 0;
				return {
					clock: { hour: known, minute },
					rest: `${word.slice(0, at)} ${word.slice(at + period.length)}`,
				};
			}
		}
	}
	return { clock: { hour: hour % 24, minute }, rest };
}

function parseNumericDate(label: string, context: TimeContext): CalendarDate | null {
	const eastern = label.match(/(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u);
	if (eastern) return checkedDate(eastern[1], eastern[2], eastern[3], context.now);
	const match = label.match(/(\d{1,4})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{1,4})(?!\d)/u);
	if (!match) return null;
	const [, first = '', separator, second = '', last = ''] = match;
	if (first.length === 4) return checkedDate(first, second, last, context.now);
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
	const year = word.match(/(?<!\d)\d{4}(?!\d)/u)?.[0];
	const day = word.match(/(?<!\d)\d{1,2}(?!\d)/u)?.[0];
	if (day === undefined) return null;
	for (const words of timeWordsOf(context.languages)) {
		const month = longestWord(word, words.months);
		if (month === null) continue;
		if (year !== undefined) return checkedDate(year, month, day, context.now);
		const thisYear = new Date(context.now).getFullYear();
		const date = checkedDate(thisYear, month, day, context.now);
		const isToCome = date && (localMoment(date).from ?? 0) > context.now + dayMs;
		return isToCome ? checkedDate(thisYear - 1, month, day, context.now) : date;
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
		if (days !== null) return shifted(days);
		const weekday = longestWord(word, words.weekdays);
		if (weekday !== null) {
			const back = (new Date(context.now).getDay() - weekday + 7) % 7;
			return shifted(-(back === 0 ? 7 : back));
		}
	}
	return null;
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

function longestWord(text: string, words: ReadonlyMap<string, number>): number | null {
	let best: { length: number; value: number } | null = null;
	for (const [word, value] of words) {
		if (word.length > (best?.length ?? 0) && hasWord(text, word)) {
			best = { length: word.length, value };
		}
	}
	return best?.value ?? null;
}

/** As a word of its own; scripts that write no spaces between words have no such borders. */
function hasWord(text: string, word: string): boolean {
	return wordAt(text, word) !== null;
}

function wordAt(text: string, word: string): number | null {
	if (word === '') return null;
	const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(
		word,
	);
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		const isBordered =
			!/[\p{L}\p{M}]$/u.test(text.slice(0, at)) &&
			!/^[\p{L}\p{M}]/u.test(text.slice(at + word.length));
		if (isUnspaced || isBordered) return at;
	}
	return null;
}

/** "a week ago" around "week ago": an article instead of the number. */
function endsAround(word: string, around: string): boolean {
	return around.length > 2 && (word.endsWith(around) || word.startsWith(around));
}

const unitMs: Record<RelativeUnit, readonly [shortest: number, longest: number]> = {
	second: [1_000, 1_000],
	minute: [minuteMs, minuteMs],
	hour: [60 * minuteMs, 60 * minuteMs],
	day: [dayMs, dayMs],
	week: [7 * dayMs, 7 * dayMs],
	month: [28 * dayMs, 31 * dayMs],
	year: [365 * dayMs, 366 * dayMs],
};

function agoMoment(now: number, count: number, unit: RelativeUnit): Moment {
	const [shortest, longest] = unitMs[unit];
	return intervalMoment(now - (count + 1) * longest + 1, now - count * shortest);
}
