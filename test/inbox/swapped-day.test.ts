import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betterMoment } from '@/lib/inbox/better-moment';
import { isDaySwapped } from '@/lib/inbox/swapped-day';
import { stampMoment } from '@/lib/networks/whatsapp/stamps';
import { tellInTime } from '../tell-in-time';

const now = Date.parse('2026-12-31T12:00');
const dates = fc.record({
	first: fc.integer({ min: 1, max: 12 }),
	second: fc.integer({ min: 1, max: 12 }),
	year: fc.integer({ min: 2015, max: 2026 }),
	hour: fc.integer({ min: 0, max: 23 }),
	minute: fc.integer({ min: 0, max: 59 }),
});
const read = (text: string, order: 'dmy' | 'mdy') =>
	stampMoment(text, { now, languages: ['en'], order });

describe('a time whose day and month were taken for each other', () => {
	test('is put right whatever its stamp, once their order is settled, and only then', () => {
		fc.assert(
			fc.property(dates, ({ first, second, year, hour, minute }) => {
				const text = `${hour}:${String(minute).padStart(2, '0')}, ${first}/${second}/${year}`;
				const [stored, right] = [read(text, 'mdy'), read(text, 'dmy')];
				expect(betterMoment(stored, right, true)).toEqual(right);
				expect(betterMoment(stored, right)).toEqual(stored);
				expect(isDaySwapped(stored, right)).toBe(first !== second);
			}),
			tellInTime(),
		);
	});

	test('is not one at another minute of that day, of another year, or to the millisecond', () => {
		const stored = read('10:00, 4/3/2026', 'mdy');
		for (const text of ['10:01, 4/3/2026', '22:00, 4/3/2026', '10:00, 4/3/2025', '10:00, 5/3/2026'])
			expect(betterMoment(stored, read(text, 'dmy'), true)).toEqual(stored);
		const exact = { ...stored, precision: 'exact' as const };
		expect(betterMoment(exact, { ...read('10:00, 4/3/2026', 'dmy') }, true)).toEqual(exact);
	});
});
