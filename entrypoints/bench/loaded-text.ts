/** The searchable text of a whole store, as the page that searches loads it. */
import { foldText } from '@/lib/inbox/search';
import type { Store } from '@/lib/store/store';

export interface LoadedText {
	messages: number;
	characters: number;
	findAll(word: string): number;
	findNewest(word: string, count: number): number;
}

export async function loadText(store: Store, now: number): Promise<LoadedText> {
	const texts: string[] = [];
	let characters = 0;
	await store.scan(now, (_, { text }) => {
		const folded = foldText(text ?? '');
		texts.push(folded);
		characters += folded.length;
		return undefined;
	});
	const findNewest = (word: string, count: number): number => {
		let found = 0;
		for (const text of texts) {
			if (text.includes(word)) found += 1;
			if (found === count) break;
		}
		return found;
	};
	return {
		messages: texts.length,
		characters,
		findAll: (word) => findNewest(word, Number.POSITIVE_INFINITY),
		findNewest,
	};
}

/** Until the newest hits of a word are there. */
export async function findFirst(
	store: Store,
	now: number,
	word: string,
	count: number,
): Promise<number> {
	let found = 0;
	await store.scan(now, (_, { text }) => {
		if (foldText(text ?? '').includes(word)) found += 1;
		return found < count ? undefined : false;
	});
	return found;
}
