import { describe, expect, it } from 'vitest';
import { parseClock } from '@/lib/networks/time/clocks';

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
		['午後0:05', 'ja', 12, 5],
		['午前0:05', 'ja', 0, 5],
		['오후 3:05', 'ko', 15, 5],
		['٣:٠٥ م', 'ar', 15, 5],
		['९:०५', 'hi', 9, 5],
		['9:40 m.d.', 'sq', 21, 40],
		['ב-21:40', 'he', 21, 40],
	])('%s (%s)', (text, language, hour, minute) => {
		expect(parseClock(text, [language])).toEqual({ hour, minute });
	});

	it('does not take a dotted date for a clock', () => {
		expect(parseClock('27.10.2020', ['de'])).toBeNull();
	});
});
