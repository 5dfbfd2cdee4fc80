import { below, normal, type Random, randomFrom, weighted, zipf } from './random';

/** Invented words only: nobody's language, but as long and as unevenly used as one. */

const onsets = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'br', 'kl', 'st'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ei', 'ä', 'ö', 'é'];
const endings = ['', '', '', 'n', 'r', 's', 'l'];
const emoji = ['😀', '🎈', '👍🏽', '🦊', '🌧️', '🫖', '🚲', '💛'];

const vocabularySize = 4_000;
const vocabulary = makeVocabulary();
const drawWord = weighted(zipf(vocabularySize, 0.95));

/** In about one message of a hundred. */
export const commonWord = longWordNear(90);
/** In about one of several thousand. */
export const rareWord = longWordNear(3_600);

/** Median 64 characters, mean 83; one in twenty with an emoji. */
export function makeText(random: Random): string {
	const length = Math.max(2, Math.round(64 * Math.exp(0.72 * normal(random))));
	let text = '';
	while (text.length < length) {
		const word = vocabulary[drawWord(random)] ?? '';
		text += text === '' ? capital(word) : ` ${word}`;
	}
	if (random() < 0.05) text += ` ${emoji[below(random, emoji.length)]}`;
	return text;
}

/** A name of two words. */
export function makeName(random: Random): string {
	return `${capital(makeWord(random))} ${capital(makeWord(random))}`;
}

function makeVocabulary(): string[] {
	const random = randomFrom(1);
	const words = new Set<string>();
	while (words.size < vocabularySize) words.add(makeWord(random));
	// Words that are used often are short ones, give or take.
	return [...words]
		.map((word) => ({ word, weight: word.length + 14 * random() }))
		.sort((a, b) => a.weight - b.weight)
		.map(({ word }) => word);
}

function makeWord(random: Random): string {
	let word = '';
	for (let syllables = 1 + below(random, 4); syllables > 0; syllables -= 1) {
		word += onsets[below(random, onsets.length)] ?? '';
		word += vowels[below(random, vowels.length)] ?? '';
		word += endings[below(random, endings.length)] ?? '';
	}
	return word;
}

/** The first word from a place on that no other word contains and no folding changes. */
function longWordNear(rank: number): string {
	const isAlone = (word: string): boolean =>
		/^[a-z]{6,}$/u.test(word) && vocabulary.filter((other) => other.includes(word)).length === 1;
	return vocabulary.slice(rank).find(isAlone) ?? '';
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
