import { describe, expect, it } from 'vitest';
import { byteSizeText } from '@/components/words/byte-sizes';
import { speak } from './catalogue';

/** Some locales part number and unit by a space that does not break. */
const plain = (bytes: number) => byteSizeText(bytes).replace(/\s/gu, ' ');

describe('a size', () => {
	it('is told in the unit that suits it', async () => {
		await speak('en', 'en_GB');
		expect(
			[1, 1_052, 34_400, 340_000, 999_600, 1_250_000, 340_400_000, 2_000_000_000].map(plain),
		).toEqual(['1 kB', '1 kB', '34 kB', '340 kB', '1 MB', '1.3 MB', '340 MB', '2 GB']);
	});

	it('is written as the language writes numbers', async () => {
		await speak('de');
		expect(plain(1_230_000)).toBe('1,2 MB');
	});
});
