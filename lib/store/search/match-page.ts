import { foldText } from '@/lib/inbox/search';
import { type Column, type SearchedPage, textEnd } from '../page-codec';

const columns: readonly Column[] = ['narrow', 'wide'];

/**
 * The messages of a page that are found, as `isMessageFound` says: every word in the text, the
 * sender's name or the chat's, and at least one in the text. `title` is folded.
 */
export function matchPage(page: SearchedPage, words: readonly string[], title: string): number[] {
	const [word] = words;
	if (word === undefined) return [];
	if (words.length === 1) return columns.flatMap((column) => withWord(page, column, word));
	const wanted = words.filter((each) => !title.includes(each));
	const bySender = sendersSaying(page, wanted);
	// The longest word is mostly the rarest: what has it is looked through for the others.
	const [longest] = wanted.toSorted((a, b) => b.length - a.length);
	const leads = bySender === null && longest !== undefined ? [longest] : words;
	const candidates = leads.flatMap((lead) =>
		columns.flatMap((column) => withWord(page, column, lead)),
	);
	return [...new Set(candidates)].filter((index) => {
		const text = page.foldedText(index) ?? '';
		return wanted.every((each) => text.includes(each) || bySender?.[index]?.includes(each));
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

function withWord(page: SearchedPage, column: Column, word: string): number[] {
	const found: number[] = [];
	const text = page.texts[column];
	for (let at = text.indexOf(word); at >= 0; ) {
		found.push(page.messageAt(column, at));
		at = text.indexOf(word, text.indexOf(textEnd, at + word.length));
	}
	return found;
}

/** The sender's folded name of each message, `null` if no name has any of the words. */
function sendersSaying(page: SearchedPage, words: readonly string[]): string[] | null {
	const folded = new Map<string, string>();
	const senders = page.senders().map((sender) => {
		if (sender === null) return '';
		const name = folded.get(sender) ?? foldText(sender);
		folded.set(sender, name);
		return name;
	});
	const isAnySaid = [...folded.values()].some((name) => words.some((word) => name.includes(word)));
	return isAnySaid ? senders : null;
}
