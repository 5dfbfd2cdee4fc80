import { describe, expect, test } from 'vitest';
import { findRanges, isChatFound, isMessageFound, parseQuery } from '@/lib/inbox/search';

const chat = { title: 'Jürgen Groß' };
const found = (query: string, text: string, sender: string | null = null) =>
	isMessageFound(parseQuery(query), chat, { text, sender });

describe('a search', () => {
	test.each([
		['part of a word', 'zza', 'Pizza tonight?'],
		['another case', 'PIZZA', 'pizza tonight?'],
		['no accents', 'creme brulee', 'Crème brûlée'],
		['accents where there are none', 'crème', 'creme'],
		['a sharp s written out', 'strasse', 'In der Straße'],
		['a Turkish capital', 'istanbul', 'İSTANBUL'],
		['a final sigma', 'οδος', 'ΟΔΟΣ 5'],
		['full-width letters', 'tokyo', 'ＴＯＫＹＯ'],
		['Hebrew without points', 'שלום', 'שָׁלוֹם'],
		['Arabic without marks', 'سلام', 'سَلَام'],
		['Chinese', '晚饭', '一起吃晚饭吗'],
		['Hindi', 'नमस्ते', 'नमस्ते आप कैसे हैं'],
		['an emoji', '🍋', 'Bring 🍋🍋'],
		['words in any order', 'tonight pizza', 'Pizza tonight?'],
	])('finds %s', (_, query, text) => {
		expect(found(query, text)).toBe(true);
	});

	test('tells words apart that differ by a vowel sign', () => {
		expect(found('कि', 'का')).toBe(false);
	});

	test('wants all words', () => {
		expect(found('pizza pasta', 'Pizza tonight?')).toBe(false);
	});

	test('takes the names of chat and sender into account, but not alone', () => {
		expect(found('jurgen pizza', 'Pizza tonight?')).toBe(true);
		expect(found('mia pizza', 'Pizza tonight?', 'Mia')).toBe(true);
		expect(found('jurgen', 'Pizza tonight?')).toBe(false);
		expect(isChatFound(parseQuery('gross jurg'), chat)).toBe(true);
	});

	test('for nothing finds nothing', () => {
		expect(parseQuery('  \n ')).toEqual([]);
		expect(found(' ', 'Pizza')).toBe(false);
		expect(isChatFound([], chat)).toBe(false);
	});
});

describe('what is marked in a hit', () => {
	const marked = (query: string, text: string) =>
		findRanges(parseQuery(query), text).map(([start, end]) => text.slice(start, end));

	test('is every place of every word, in order', () => {
		expect(marked('an na', 'Anna and Hanna')).toEqual(['An', 'na', 'an', 'an', 'na']);
	});

	test('is whole characters, though fewer or more are compared', () => {
		expect(marked('stras', 'Die Straße')).toEqual(['Straß']);
		expect(marked('fi', 'of ﬁnance')).toEqual(['ﬁ']);
		expect(marked('e', 'cafe\u0301!')).toEqual(['e\u0301']);
		expect(marked('😀', 'a😀b')).toEqual(['😀']);
	});

	test('is nothing where nothing is found', () => {
		expect(marked('x', 'Anna')).toEqual([]);
	});
});
