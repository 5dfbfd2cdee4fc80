import { describe, expect, it } from 'vitest';
import { prepareBytes, prepareNeedles, wordsIn } from './search-bytes.ts';

describe('the search for words in bytes', () => {
	const needles = prepareNeedles(['qalpha', 'qbeta', 'qgamma', 'absent']);

	it('finds words in every coding, at the very start and the very end', () => {
		const bytes = Buffer.concat([
			Buffer.from('qalpha\0\0x', 'utf8'),
			Buffer.from('..qbeta..', 'utf16le'),
			Buffer.from('..qgamma', 'utf16le').swap16(),
		]);
		expect(wordsIn(bytes, needles)).toEqual(new Set(['qalpha', 'qbeta', 'qgamma']));
	});

	it('finds bytes that are no text, at any place', () => {
		const bytes = Buffer.from('00ff8001fe00ff80', 'hex');
		expect(wordsIn(bytes, prepareBytes(['ff8001', '00ff80', 'ff8002']))).toEqual(
			new Set(['ff8001', '00ff80']),
		);
	});

	it('finds nothing in parts of words', () => {
		expect(wordsIn(Buffer.from('qalph qbet absen'), needles)).toEqual(new Set());
		expect(wordsIn(Buffer.alloc(0), needles)).toEqual(new Set());
	});
});
