import { type Column, type SearchedPage, textEnd } from '../page-codec';

const columns: readonly Column[] = ['narrow', 'wide'];

/** Some blocks of a page; all of it where there are none. */
export interface BlockRange {
	from: number;
	/** Not included. */
	to: number;
}

/**
 * The messages of a page that are found, as `isMessageFound` says: every word in the text, the
 * sender's name or the chat's, and at least one in the text. `title` is folded.
 */
export function matchPage(
	page: SearchedPage,
	words: readonly string[],
	title: string,
	blocks: BlockRange = { from: 0, to: page.blocks.count },
): number[] {
	const [word] = words;
	if (word === undefined) return [];
	if (words.length === 1) return withWord(page, word, blocks);

	const wanted = words.filter((each) => !title.includes(each));
	const inText = wanted.filter((each) => !page.isAnySender(each));
	// The longest word is mostly the rarest: what has it is looked through for the others.
	const [lead] = inText.toSorted((a, b) => b.length - a.length);
	const candidates =
		lead === undefined
			? [...new Set(words.flatMap((each) => withWord(page, each, blocks)))]
			: withWord(page, lead, blocks);
	if (candidates.length === 0) return candidates;
	const senders = inText.length < wanted.length ? page.senders() : [];
	return candidates.filter((index) => {
		const text = page.foldedText(index) ?? '';
		return wanted.every((each) => text.includes(each) || senders[index]?.includes(each));
	});
}

/** How many messages have a word, without finding out which. */
export function countWord({ texts }: SearchedPage, word: string): number {
	let count = 0;
	for (const column of columns) {
		const text = texts[column];
		for (let at = text.indexOf(word); at >= 0; count += 1) {
			at = text.indexOf(word, text.indexOf(textEnd, at + word.length));
		}
	}
	return count;
}

/** The messages in whose text a word is. */
function withWord(page: SearchedPage, word: string, blocks: BlockRange): number[] {
	const found: number[] = [];
	addWithWord(page, 'narrow', word, blocks, found);
	addWithWord(page, 'wide', word, blocks, found);
	return found;
}

function addWithWord(
	page: SearchedPage,
	column: Column,
	word: string,
	{ from, to }: BlockRange,
	found: number[],
): void {
	const ends = page.blocks.ends[column];
	const start = from === 0 ? 0 : (ends[from - 1] ?? 0);
	const end = ends[to - 1] ?? 0;
	if (end - start < word.length) return;
	const whole = page.texts[column];
	// Mostly the last blocks are asked for, and need no slice.
	const text = end === whole.length ? whole : whole.slice(0, end);
	for (let at = text.indexOf(word, start); at >= 0; ) {
		found.push(page.messageAt(column, at));
		at = text.indexOf(word, text.indexOf(textEnd, at + word.length));
	}
}
