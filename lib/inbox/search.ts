import type { Chat, Message } from '../model';

/**
 * Search by plain words: all must occur, anywhere, in any script, whatever their case or
 * accents.
 */

/** A stretch of a text in UTF-16 units, end excluded. */
export type FoundRange = readonly [start: number, end: number];

/**
 * Accents and points that writers leave out. Not the vowel signs of Indic or Thai
 * scripts: without those, different words would be equal.
 */
const optionalMarks =
	/[\p{Mn}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]]/gv;

/** A text as it is compared: compatibility forms, accents, case and final sigma do not count. */
export function foldText(text: string): string {
	return text
		.normalize('NFKD')
		.replace(optionalMarks, '')
		.toUpperCase()
		.toLowerCase()
		.replaceAll('ς', 'σ');
}

/** The folded words of a query; none if there is nothing to search for. */
export function parseQuery(query: string): string[] {
	return [...new Set(foldText(query).split(/\s+/u))].filter((word) => word !== '');
}

/** Whether a chat is found by its name alone. */
export function isChatFound(words: readonly string[], chat: Pick<Chat, 'title'>): boolean {
	if (words.length === 0) return false;
	const title = foldText(chat.title);
	return words.every((word) => title.includes(word));
}

/**
 * Whether a message is found: every word is in its text, its sender's name or its chat's
 * name, and at least one in the text, else every message of a found chat would be a hit.
 */
export function isMessageFound(
	words: readonly string[],
	chat: Pick<Chat, 'title'>,
	message: Pick<Message, 'text' | 'sender'>,
): boolean {
	if (words.length === 0 || message.text === null) return false;
	const text = foldText(message.text);
	if (!words.some((word) => text.includes(word))) return false;
	const names = foldText(`${chat.title}\n${message.sender ?? ''}`);
	return words.every((word) => text.includes(word) || names.includes(word));
}

/** Where the words stand in a text, in order and without overlaps, for marking them. */
export function findRanges(words: readonly string[], text: string): FoundRange[] {
	const { folded, origins } = foldWithOrigins(text);
	const found: [number, number][] = [];
	for (const word of words) {
		for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
			const start = origins[at] ?? 0;
			found.push([start, endOf(origins, at + word.length - 1, text.length)]);
		}
	}
	return joinRanges(found.sort(([a], [b]) => a - b));
}

/** The folded text, and for each of its units where the character it came from begins. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
	let folded = '';
	const origins: number[] = [];
	let at = 0;
	for (const character of text) {
		const piece = foldText(character);
		for (let unit = 0; unit < piece.length; unit += 1) origins.push(at);
		folded += piece;
		at += character.length;
	}
	return { folded, origins };
}

/** Where the character that folded to unit `last` ends, its marks included. */
function endOf(origins: readonly number[], last: number, length: number): number {
	const origin = origins[last];
	for (let next = last + 1; next < origins.length; next += 1) {
		const start = origins[next];
		if (start !== undefined && start !== origin) return start;
	}
	return length;
}

function joinRanges(ranges: readonly [number, number][]): FoundRange[] {
	const joined: [number, number][] = [];
	for (const [start, end] of ranges) {
		const last = joined.at(-1);
		if (last && start < last[1]) last[1] = Math.max(last[1], end);
		else joined.push([start, end]);
	}
	return joined;
}
