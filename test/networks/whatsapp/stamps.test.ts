import { describe, expect, it } from 'vitest';
import { findDateOrder, guessDateOrder } from '@/lib/networks/whatsapp/date-order';
import { splitStamp, stampMoment } from '@/lib/networks/whatsapp/stamps';

const nowOf = (iso: string): number => Date.parse(iso);

describe('a stamp', () => {
	it.each([
		['13:57, 6/15/2026', 'en-US', '2026-06-15T13:57'],
		['8:19 PM, 6/13/2026', 'en-US', '2026-06-13T20:19'],
		['8:19\u202fPM, 6/13/2026', 'en-US', '2026-06-13T20:19'],
		['4:47 pm, 11/8/2026', 'en-IN', '2026-08-11T16:47'],
		['12:04, 15/2/2025', 'en-GB', '2025-02-15T12:04'],
		['14:30, 15/08/2026', 'pt-BR', '2026-08-15T14:30'],
		['11:01 a.\u00a0m., 4/9/2020', 'es', '2020-09-04T11:01'],
		['17:53, 27.10.2020', 'de', '2020-10-27T17:53'],
		['22:16, 03/08/2023', 'he', '2023-08-03T22:16'],
		['09:05, 17.11.2025', 'tr', '2025-11-17T09:05'],
		['下午1:23, 2026年9月18日', 'zh-CN', '2026-09-18T13:23'],
		['21:08, 2026/9/1', 'ja', '2026-09-01T21:08'],
		['٤:٤٧ م, ١١\u200f/٨\u200f/٢٠٢٦', 'ar', '2026-08-11T16:47'],
		['12:05 am, 11/8/2026', 'en-GB', '2026-08-11T00:05'],
		['12:05 PM, 8/11/2026', 'en-US', '2026-08-11T12:05'],
	])('%s in %s', (text, language, expected) => {
		const moment = stampMoment(text, { now: nowOf('2026-11-01T12:00'), languages: [language] });
		expect(moment).toEqual({
			from: nowOf(expected),
			to: nowOf(expected) + 59_999,
			precision: 'minute',
		});
	});

	it('of which day and month are open spans both, until the order is known', () => {
		const open = { now: nowOf('2026-11-01T12:00'), languages: ['en'] };
		expect(stampMoment('10:00, 2/8/2026', open)).toEqual({
			from: nowOf('2026-02-08T10:00'),
			to: nowOf('2026-08-02T10:00') + 59_999,
			precision: 'interval',
		});
		expect(stampMoment('10:00, 2/8/2026', { ...open, order: 'dmy' }).from).toBe(
			nowOf('2026-08-02T10:00'),
		);
	});

	it('of another calendar, or of next year, is no time', () => {
		const context = { now: nowOf('2026-11-01T12:00'), languages: ['th'] };
		expect(stampMoment('10:00, 2/8/2569', context).precision).toBe('unknown');
		expect(stampMoment('10:00, 15/8/2027', context).precision).toBe('unknown');
		expect(stampMoment('yesterday-ish', context).precision).toBe('unknown');
	});

	it('names its sender, who may be called anything', () => {
		expect(splitStamp('[10:03 am, 12/8/2026] Zoë: Q (work): ')).toEqual({
			time: '10:03 am, 12/8/2026',
			sender: 'Zoë: Q (work)',
		});
		expect(splitStamp('[10:03, 12/8/2026] [x] y] z: ')?.sender).toBe('[x] y] z');
		expect(splitStamp('[10:03, 12/8/2026] ')?.sender).toBeNull();
		expect(splitStamp('10:03')).toBeNull();
	});
});

describe('the order of day and month', () => {
	const context = { now: nowOf('2026-08-12T18:00'), languages: ['en'] };
	const none = { thread: [], list: [], proven: [] };

	it('is settled by a part over twelve, anywhere on the page', () => {
		expect(findDateOrder({ ...none, list: ['2/8/2026', '25/7/2026'] }, context)).toBe('dmy');
		expect(findDateOrder({ ...none, thread: ['10:00, 6/15/2026'] }, context)).toBe('mdy');
	});

	it('is settled by messages that may not go back, nor lie ahead', () => {
		expect(findDateOrder({ ...none, thread: ['3/4/2026', '2/5/2026'] }, context)).toBe('dmy');
		expect(findDateOrder({ ...none, thread: ['10:00, 11/8/2026'] }, context)).toBe('dmy');
	});

	it('is settled by a time that the database knows', () => {
		const at = nowOf('2026-03-07T09:00');
		expect(findDateOrder({ ...none, proven: [{ text: '3/7/2026', at }] }, context)).toBe('mdy');
	});

	it('stays open where both are possible, or two dates contradict each other', () => {
		expect(
			findDateOrder(
				{ ...none, thread: ['2/8/2026'] },
				{ ...context, now: nowOf('2026-11-01T12:00') },
			),
		).toBeNull();
		expect(findDateOrder({ ...none, list: ['25/7/2026', '7/25/2026'] }, context)).toBeNull();
	});

	it('is guessed from how English writes the half of the day', () => {
		expect(guessDateOrder(['4:47 pm, 2/8/2026'], ['en'])).toBe('dmy');
		expect(guessDateOrder(['4:47 PM, 2/8/2026'], ['en'])).toBeNull();
		expect(guessDateOrder(['4:47 pm, 2/8/2026'], ['hi'])).toBeNull();
	});
});
