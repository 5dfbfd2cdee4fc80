import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '@/lib/networks/time/dates';
import { parseStamp } from '@/lib/networks/time/stamps';
import { tellInTime } from '../../tell-in-time';
import { at, now } from './now';

const languages = ['en', 'de', 'pt-BR', 'tr', 'ar', 'he', 'hi', 'zh-CN', 'ja'];

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
		['quinta-feira 9:00', 'pt-BR', at(2026, 11, 12, 9, 0)],
		['15 Jul 2026, 17:38', 'en-GB', at(2026, 7, 15, 17, 38)],
		['14 Sep 2025, 15:15', 'en-GB', at(2025, 9, 14, 15, 15)],
		['Sep 25, 2026, 3:15 PM', 'en-US', at(2026, 9, 25, 15, 15)],
		['9:40 m.d., 19.9.2026', 'sq', at(2026, 9, 19, 21, 40)],
		['Gestern', 'de', at(2026, 11, 17)],
		['dün', 'tr', at(2026, 11, 17)],
		['1:22 PM', 'en', at(2026, 11, 18, 13, 22)],
		['23:50', 'en', at(2026, 11, 17, 23, 50)],
		['9月25日 15:15', 'ja', at(2026, 9, 25, 15, 15)],
		['9月25日(金) 15:15', 'ja', at(2026, 9, 25, 15, 15)],
		['12月5日下午3:15', 'zh-CN', at(2025, 12, 5, 15, 15)],
		['9월 25일 (금) 오후 3:15', 'ko', at(2026, 9, 25, 15, 15)],
		['26. 9. 5. 오후 3:15', 'ko', at(2026, 9, 5, 15, 15)],
		['Thứ 6, 25 thg 9 15:15', 'vi', at(2026, 9, 25, 15, 15)],
		['Igår 15:15', 'sv', at(2026, 11, 17, 15, 15)],
		['I går kl. 15.15', 'da', at(2026, 11, 17, 15, 15)],
		['25. sep. 15.15', 'da', at(2026, 9, 25, 15, 15)],
	])('%s (%s)', (text, language, expected) => {
		expect(parseStamp(text, { now, languages: [language] })).toEqual(expected);
	});

	it('leaves a date of unknown order unread', () => {
		expect(parseStamp('4:47 pm, 11/8/2026', { now, languages: ['en'] })).toBeNull();
		expect(parseStamp('4:47 pm, 11/8/2026', { now, languages: ['en'], order: 'dmy' })).toEqual(
			at(2026, 8, 11, 16, 47),
		);
	});

	it.each([
		['čt 5. 3. 15:15', 'cs'],
		['quinta, 5/03 15:15', 'pt-PT'],
		['03-05, kt 15:15', 'lt'],
		['pe 25.9. 15.15', 'fi'],
		['9-р сарын 25. Ба 15:15', 'mn'],
	])(
		'takes no weekday for the day where %s (%s) has a date that is not understood',
		(text, language) => {
			expect(parseStamp(text, { now, languages: [language] })).toBeNull();
		},
	);

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
			{ numRuns: 3_000, ...tellInTime() },
		);
	});
});
