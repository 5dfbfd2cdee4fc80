import { expect, test } from 'vitest';
import { makeChat, portions, sizesOf } from '@/entrypoints/bench/corpus';
import { commonWord, rareWord } from '@/entrypoints/bench/words';
import { foldText } from '@/lib/inbox/search';

const corpus = { seed: 7, count: 20_000 };
const texts = [...portions(corpus)]
	.flat()
	.flatMap(({ messages }) => messages.map(({ text }) => text ?? ''));

test('the same seed makes the same chat, another seed another one', () => {
	expect(makeChat(7, 3, 20)).toEqual(makeChat(7, 3, 20));
	expect(makeChat(8, 3, 20)).not.toEqual(makeChat(7, 3, 20));
});

test('500 chats hold all messages, the largest a tenth of them', () => {
	const sizes = sizesOf(100_000);
	expect(sizes).toHaveLength(500);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(100_000);
	expect(sizes[0]).toBeGreaterThan(9_000);
	expect(sizes[0]).toBeLessThan(13_000);
	expect(Math.min(...sizes)).toBeGreaterThan(20);
});

test('a corpus of few messages has them all too', () => {
	expect(
		[...portions({ seed: 1, count: 30 })].flat().flatMap(({ messages }) => messages),
	).toHaveLength(30);
});

test('texts are as long as people write, one in twenty with an emoji', () => {
	const lengths = texts.map((text) => text.length).sort((a, b) => a - b);
	const median = lengths[lengths.length >> 1];
	expect(median).toBeGreaterThan(58);
	expect(median).toBeLessThan(72);
	const withEmoji = texts.filter((text) => /\p{Extended_Pictographic}/u.test(text)).length;
	expect(withEmoji / texts.length).toBeGreaterThan(0.04);
	expect(withEmoji / texts.length).toBeLessThan(0.06);
});

test('the words that are searched for are found as they stand, one often and one rarely', () => {
	const share = (word: string): number =>
		texts.filter((text) => foldText(text).includes(word)).length / texts.length;
	expect(foldText(commonWord)).toBe(commonWord);
	expect(foldText(rareWord)).toBe(rareWord);
	expect(share(commonWord)).toBeGreaterThan(0.008);
	expect(share(commonWord)).toBeLessThan(0.03);
	expect(share(rareWord)).toBeGreaterThan(0);
	expect(share(rareWord)).toBeLessThan(0.002);
});
