/** Finds words in labels as a language writes them. */
import { asciiDigits, cleanLabel } from '../dom';
import { remembered } from './remembered';

/** For looking things up in it: digits as ASCII, single spaces. */
export function plainLabel(text: string): string {
	return plain(text, []);
}

const plain = remembered((text) => asciiDigits(cleanLabel(text)).replace(/\s+/gu, ' '));

/** The longest of these words in a text, what it stands for, and the text without it. */
export function longestWord(
	text: string,
	words: ReadonlyMap<string, number>,
): { word: string; value: number; rest: string } | null {
	let best: { word: string; value: number } | null = null;
	for (const [word, value] of words) {
		if (word.length > (best?.word.length ?? 0) && hasWord(text, word)) best = { word, value };
	}
	return best && { ...best, rest: text.replace(best.word, ' ') };
}

/** As a word of its own; scripts that write no spaces between words have no such borders. */
export function hasWord(text: string, word: string): boolean {
	if (word === '' || !text.includes(word)) return false;
	const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(
		word,
	);
	if (isUnspaced) return true;
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		const isBordered =
			!isLetter(text.slice(Math.max(0, at - 2), at), -1) &&
			!isLetter(text.slice(at + word.length, at + word.length + 2), 0);
		if (isBordered) return true;
	}
	return false;
}

/** Of two code units, which may be one letter or two. */
function isLetter(units: string, at: 0 | -1): boolean {
	return /^[\p{L}\p{M}]/u.test([...units].at(at) ?? '');
}
