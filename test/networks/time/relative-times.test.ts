import { describe, expect, it } from 'vitest';
import { parseRelative } from '@/lib/networks/time/relative-times';
import { now } from './now';

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
		['vor einer Stunde', 'de', 1, 3_600_000],
		['vor einem Tag', 'de', 1, 86_400_000],
		['il y a une heure', 'fr', 1, 3_600_000],
		['hace un día', 'es', 1, 86_400_000],
		['há uma semana', 'pt-BR', 1, 7 * 86_400_000],
		['неделю назад', 'ru', 1, 7 * 86_400_000],
		['3分', 'ja', 3, 60_000],
		['2時間前', 'ja', 2, 3_600_000],
		['1週間', 'ja', 1, 7 * 86_400_000],
		['לפני שבוע', 'he', 1, 7 * 86_400_000],
		['לפני שעתיים', 'he', 2, 3_600_000],
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

	it.each([
		['vor einigen Stunden', 'de'],
		['several hours ago', 'en'],
		['几分钟前', 'zh-CN'],
		['数分前', 'ja'],
		['birkaç hafta önce', 'tr'],
	])('does not take "%s" (%s) for one', (text, language) => {
		expect(parseRelative(text, { now, languages: [language] })).toBeNull();
	});

	it('does not take other words for times', () => {
		for (const text of ['hello', '12', '']) {
			expect(parseRelative(text, { now, languages: ['en'] })).toBeNull();
		}
	});
});
