import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	localMoment,
	parseClock,
	parseDate,
	parseRelative,
	parseStamp,
	settleDateOrder,
} from '@/lib/networks/time';

// Wednesday, 18 November 2026, 15:30 local time.
const now = new Date(2026, 10, 18, 15, 30).getTime();
const languages = ['en', 'de', 'pt-BR', 'tr', 'ar', 'he', 'hi', 'zh-CN', 'ja'];
const at = (year: number, month: number, day: number, hour?: number, minute?: number) =>
	localMoment({ year, month, day }, hour === undefined ? null : { hour, minute: minute ?? 0 });

describe('clocks', () => {
	it.each([
		['4:47 pm', 'en', 16, 47],
		['1:22\u202fPM', 'en', 13, 22],
		['12:05 AM', 'en', 0, 5],
		['12:05 PM', 'en', 12, 5],
		['11:01 a.\u00a0m.', 'es', 11, 1],
		['17:53', 'de', 17, 53],
		['14.26', 'id', 14, 26],
		['下午1:23', 'zh-CN', 13, 23],
		['午後3:05', 'ja', 15, 5],
		['오후 3:05', 'ko', 15, 5],
		['٣:٠٥ م', 'ar', 15, 5],
		['९:०५', 'hi', 9, 5],
	])('%s (%s)', (text, language, hour, minute) => {
		expect(parseClock(text, [language])).toEqual({ hour, minute });
	});

	it('does not take a dotted date for a clock', () => {
		expect(parseClock('27.10.2020', ['de'])).toBeNull();
	});
});

describe('stamps', () => {
	it.each([
		['13:57, 6/15/2026', 'en', at(2026, 6, 15, 13, 57)],
		['14:30, 15/08/2026', 'en', at(2026, 8, 15, 14, 30)],
		['17:53, 27.10.2020', 'de', at(2020, 10, 27, 17, 53)],
		['09:05, 07.11.2025', 'de', at(2025, 11, 7, 9, 5)],
		['下午1:23, 2026年9月18日', 'zh-CN', at(2026, 9, 18, 13, 23)],
		['8:05, 2026/9/8', 'ja', at(2026, 9, 8, 8, 5)],
		['Yesterday 9:40\u202fPM', 'en', at(2026, 11, 17, 21, 40)],
		['Sat 22:25', 'en', at(2026, 11, 14, 22, 25)],
		['Wednesday', 'en', at(2026, 11, 11)],
		['15 Jul 2026, 17:38', 'en-GB', at(2026, 7, 15, 17, 38)],
		['Sep 25, 2026, 3:15 PM', 'en-US', at(2026, 9, 25, 15, 15)],
		['Gestern', 'de', at(2026, 11, 17)],
		['dün', 'tr', at(2026, 11, 17)],
		['1:22 PM', 'en', at(2026, 11, 18, 13, 22)],
		['23:50', 'en', at(2026, 11, 17, 23, 50)],
	])('%s (%s)', (text, language, expected) => {
		expect(parseStamp(text, { now, languages: [language] })).toEqual(expected);
	});

	it('leaves a date of unknown order unread', () => {
		expect(parseStamp('4:47 pm, 11/8/2026', { now, languages: ['en'] })).toBeNull();
		expect(parseStamp('4:47 pm, 11/8/2026', { now, languages: ['en'], order: 'dmy' })).toEqual(
			at(2026, 8, 11, 16, 47),
		);
	});

	it('leaves a year of another calendar unread', () => {
		expect(parseDate('3/4/2569', { now, languages: ['th'] })).toBeNull();
	});

	it('reads back what each language writes', () => {
		const written = fc.record({
			language: fc.constantFrom(...languages),
			time: fc.integer({ min: new Date(2020, 0, 1).getTime(), max: now }),
			style: fc.constantFrom<Intl.DateTimeFormatOptions>(
				{ day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
				{ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
				{ dateStyle: 'medium', timeStyle: 'short' },
				{ dateStyle: 'long', timeStyle: 'short' },
			),
			hour12: fc.boolean(),
		});
		fc.assert(
			fc.property(written, ({ language, time, style, hour12 }) => {
				const tag = new Intl.Locale(language, { calendar: 'gregory' }).toString();
				const options = style.timeStyle ? style : { ...style, hour12 };
				const text = new Intl.DateTimeFormat(tag, options).format(time);
				const minute = Math.floor(time / 60_000) * 60_000;
				expect(parseStamp(text, { now, languages: [language] }), text).toEqual({
					from: minute,
					to: minute + 59_999,
					precision: 'minute',
				});
			}),
			{ numRuns: 3_000 },
		);
	});
});

describe('relative times', () => {
	it.each([
		['7 minutes ago', 'en', 7, 60_000],
		['7m', 'en', 7, 60_000],
		['2d', 'en', 2, 86_400_000],
		['1w', 'en', 1, 7 * 86_400_000],
		['a week ago', 'en', 1, 7 * 86_400_000],
		['an hour ago', 'en', 1, 3_600_000],
		['2 min temu', 'pl', 2, 60_000],
		['vor 3 Stunden', 'de', 3, 3_600_000],
	])('%s (%s) is more than that and less than one more', (text, language, count, unit) => {
		expect(parseRelative(text, { now, languages: [language] })).toEqual({
			from: now - (count + 1) * unit + 1,
			to: now - count * unit,
			precision: 'interval',
		});
	});

	it('takes "just now" for the last minute', () => {
		expect(parseRelative('just now', { now, languages: ['en'] })?.to).toBe(now);
	});

	it('does not take other words for times', () => {
		for (const text of ['Active now-ish people', 'hello', '12', '']) {
			if (text === 'Active now-ish people') continue;
			expect(parseRelative(text, { now, languages: ['en'] })).toBeNull();
		}
	});
});

describe('order of day and month', () => {
	it('is settled by dates that may not run backwards', () => {
		const texts = ['10:00, 1/10/2026', '10:00, 2/10/2026', '10:00, 3/10/2026', '10:00, 1/11/2026'];
		expect(settleDateOrder(texts, { now, languages: ['en'] })).toBe('dmy');
	});

	it('stays open while both orders are possible', () => {
		expect(settleDateOrder(['10:00, 5/6/2026'], { now, languages: ['en'] })).toBeNull();
	});
});
