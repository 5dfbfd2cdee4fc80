/** The searchable text of a whole store, as the page that searches loads it. */
import { parseQuery } from '@/lib/inbox/search';
import type { Hit, Searchable } from '@/lib/store/searchable';
import { openBenchStore } from './bench-store';
import { corpusNow } from './corpus';

/** Loads all of it from a store that nobody has open. */
export async function loadText(databaseName: string): Promise<Searchable> {
	return loadUntil(databaseName, (text) => text.isComplete);
}

/** How long it took until as many hits were there, and until none of them changed any more. */
export interface HitTimes {
	shown: number;
	settled: number;
}

/** Loads until the newest hits of a word are those that the whole text gives. */
export async function loadHits(
	databaseName: string,
	word: string,
	expected: readonly Hit[],
): Promise<HitTimes> {
	const start = performance.now();
	let shown: number | null = null;
	const text = await loadUntil(databaseName, (loaded) => {
		const hits = findNewest(loaded, word, expected.length);
		if (hits.length < expected.length) return false;
		shown ??= performance.now() - start;
		return hits.every((hit, index) => isSame(hit, expected[index]));
	});
	const settled = performance.now() - start;
	text.free();
	return { shown: shown ?? settled, settled };
}

export function findNewest(text: Searchable, word: string, count: number): Hit[] {
	return text.newest(parseQuery(word), corpusNow, count);
}

export function countHits(text: Searchable, word: string): number {
	return text.count(parseQuery(word), corpusNow);
}

function isSame(hit: Hit, other: Hit | undefined): boolean {
	return hit.at === other?.at && hit.chatKey === other.chatKey && hit.index === other.index;
}

async function loadUntil(
	databaseName: string,
	isEnough: (text: Searchable) => boolean,
): Promise<Searchable> {
	const text = (await openBenchStore(databaseName)).openSearch();
	await new Promise<void>((resolve, reject) => {
		const unwatch = text.watch(() => {
			if (text.problem !== null) reject(text.problem);
			else if (isEnough(text)) resolve();
			else return;
			unwatch();
		});
	});
	return text;
}
