import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateOrder, TimeContext } from '@/lib/networks/time/context';
import { parseRelative } from '@/lib/networks/time/relative-times';
import { parseStamp } from '@/lib/networks/time/stamps';
import { tellInTime } from '../../tell-in-time';
import { now } from './now';

const locales =
	'en de pt-BR tr ar he hi zh-CN ja en-GB en-IN es fr it id nl pl ru sv uk vi ko fa'.split(' ');
const cases = Number(process.env.STUBE_RUNS ?? 4_000);
const seed = Number(process.env.STUBE_SEED ?? Date.now() % 2 ** 31);
console.info(`STUBE_SEED=${seed}`);

const dayMs = 86_400_000;
const startOfToday = new Date(now).setHours(0, 0, 0, 0);
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const name = language + JSON.stringify(options);
	const tag = new Intl.Locale(language, { calendar: 'gregory' }).toString();
	const format = formats.get(name) ?? new Intl.DateTimeFormat(tag, options);
	formats.set(name, format);
	return format;
}

const language = fc.constantFrom(...locales);
const clockOptions = fc.record({
	hour: fc.constantFrom('numeric' as const, '2-digit' as const),
	minute: fc.constant('2-digit' as const),
	hour12: fc.boolean(),
});
const timesSince = (from: number) => fc.integer({ min: from, max: now });

function expectMinute(text: string, time: number, context: TimeContext): void {
	const from = Math.floor(time / 60_000) * 60_000;
	expect(parseStamp(text, context), `${text} (${context.languages[0]})`).toEqual({
		from,
		to: from + 59_999,
		precision: 'minute',
	});
}

/** As the language itself writes dates of digits. */
function orderOf(language: string): DateOrder {
	const parts = formatOf(language, { dateStyle: 'short' }).formatToParts(now);
	const order = parts.flatMap(({ type }) => (/^(day|month|year)$/u.test(type) ? [type[0]] : []));
	return order.join('') as DateOrder;
}

describe('a time written in any language', () => {
	it('is read back from a clock and a date of digits, once their order is known', () => {
		const written = fc.record({
			language,
			time: timesSince(new Date(2015, 0, 1).getTime()),
			clock: clockOptions,
			isClockFirst: fc.boolean(),
			day: fc.constantFrom('numeric' as const, '2-digit' as const),
		});
		fc.assert(
			fc.property(written, ({ language, time, clock, isClockFirst, day }) => {
				const date = formatOf(language, { day, month: day, year: 'numeric' }).format(time);
				const hours = formatOf(language, clock).format(time);
				const text = isClockFirst ? `${hours}, ${date}` : `${date}, ${hours}`;
				expectMinute(text, time, { now, languages: [language], order: orderOf(language) });
			}),
			{ numRuns: cases, seed, ...tellInTime() },
		);
	});

	it('is read back from a clock and the name of its month or day', () => {
		const written = fc.record({
			language,
			time: timesSince(new Date(2015, 0, 1).getTime()),
			clock: clockOptions,
			style: fc.constantFrom('long' as const, 'short' as const),
		});
		fc.assert(
			fc.property(written, ({ language, time, clock, style }) => {
				const isThisWeek = time > startOfToday - 6 * dayMs && time < startOfToday;
				const hours = formatOf(language, clock).format(time);
				const date = isThisWeek
					? formatOf(language, { weekday: style }).format(time)
					: formatOf(language, { day: 'numeric', month: style, year: 'numeric' }).format(time);
				expectMinute(`${date} ${hours}`, time, { now, languages: [language] });
			}),
			{ numRuns: cases, seed, ...tellInTime() },
		);
	});

	it('of the last two days is read back from its clock, and the word for yesterday', () => {
		const written = fc.record({
			language,
			time: timesSince(startOfToday - dayMs),
			clock: clockOptions,
		});
		fc.assert(
			fc.property(written, ({ language, time, clock }) => {
				const hours = formatOf(language, clock).format(time);
				const word = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-1, 'day');
				const text = time < startOfToday ? `${word} ${hours}` : hours;
				expectMinute(text, time, { now, languages: [language] });
			}),
			{ numRuns: cases, seed, ...tellInTime() },
		);
	});

	it('that is counted from now is never put where it cannot be', () => {
		const units = [
			['minute', 60_000],
			['hour', 3_600_000],
			['day', dayMs],
			['week', 7 * dayMs],
		] as const;
		const written = fc.record({
			language,
			unit: fc.constantFrom(...units),
			count: fc.integer({ min: 1, max: 59 }),
			isNarrow: fc.boolean(),
		});
		fc.assert(
			fc.property(written, ({ language, unit: [unit, unitMs], count, isNarrow }) => {
				const text = isNarrow
					? new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow' }).format(
							count,
						)
					: new Intl.RelativeTimeFormat(language).format(-count, unit);
				const moment = parseRelative(text, { now, languages: [language] });
				expect(moment, `${text} (${language})`).toEqual({
					from: now - (count + 1) * unitMs + 1,
					to: now - count * unitMs,
					precision: 'interval',
				});
			}),
			{ numRuns: cases / 4, seed, ...tellInTime() },
		);
	});
});
