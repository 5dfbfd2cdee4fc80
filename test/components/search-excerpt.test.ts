import { describe, expect, it } from 'vitest';
import { excerptAround } from '@/components/excerpt';
import { findRanges } from '@/lib/inbox/search';

describe('the excerpt of a found text', () => {
	it('begins near the found word, on one line, with the word still marked', () => {
		const text = `${'before it '.repeat(30)}\nthe needle\nis here ${'and after '.repeat(40)}`;
		const excerpt = excerptAround(text, findRanges(['needle'], text));
		expect(excerpt.text.startsWith('…')).toBe(true);
		expect(excerpt.text).not.toContain('\n');
		const [start, end] = excerpt.ranges[0] ?? [0, 0];
		expect(excerpt.text.slice(start, end)).toBe('needle');
		expect(start).toBeLessThan(40);
	});

	it('of a short text is all of it', () => {
		expect(excerptAround('the book', [[4, 8]])).toEqual({ text: 'the book', ranges: [[4, 8]] });
	});
});
