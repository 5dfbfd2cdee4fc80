import type { Lifespan } from '@/lib/model';
import type { PageSource } from './page-source';
import { followPages } from './search/follow-pages';
import { isShown, type LoadedPage, shownOf } from './search/loaded-page';
import { type BlockRange, countWord, matchPage } from './search/match-page';
import { visitNewestBlocks } from './search/newest-blocks';
import { type Hit, NewestHits } from './search/newest-hits';
import { createShowing, type ShownHit } from './search/show-hits';

export type { Hit } from './search/newest-hits';
export type { ShownHit } from './search/show-hits';

/** The text of a whole store in memory, to be searched; it follows what is stored. */
export interface Searchable {
	/** Whether all that stands in the store is loaded, but for pages that do not open. */
	readonly isComplete: boolean;
	/** How many characters are loaded. */
	readonly characters: number;
	/**
	 * The newest messages found among what is loaded, newest first; `words` are those of
	 * `parseQuery`, the rules those of `isMessageFound`. Nothing that is due at `now`; `only` in
	 * these chats.
	 */
	newest(words: readonly string[], now: number, limit: number, only?: ReadonlySet<string>): Hit[];
	/** How many messages are found among what is loaded. */
	count(words: readonly string[], now: number): number;
	/** Found messages as they are shown; without those that are gone or due by now. */
	show(hits: readonly Hit[], now: number): Promise<ShownHit[]>;
	/** Why loading failed, `null` if it did not; after the next commit it is tried again. */
	readonly problem: unknown;
	/** Calls back when more is loaded, when all is, after each change and failure. */
	watch(listener: () => void): () => void;
	/** Forgets the text; nothing is found from then on. */
	free(): void;
}

/** Begins to load at once, newest first. */
export function openSearchable(source: PageSource): Searchable {
	const listeners = new Set<() => void>();
	const followed = followPages(source, () => {
		for (const listener of listeners) listener();
	});
	const showing = createShowing();
	const lifespanOf = (chatKey: string): Lifespan | null =>
		followed.standing?.chats.get(chatKey)?.lifespan ?? null;

	function matches(
		loaded: LoadedPage,
		words: readonly string[],
		now: number,
		blocks?: BlockRange,
	): number[] {
		const lifespan = lifespanOf(loaded.chatKey);
		if (loaded.page === null || lifespan === null) return [];
		const shown = shownOf(loaded, lifespan, now);
		if (shown === 'none') return [];
		const title = followed.titles.get(loaded.chatKey) ?? '';
		const found = matchPage(loaded.page, words, title, blocks);
		return shown === 'all' ? found : found.filter((index) => isShown(loaded, index, lifespan, now));
	}

	function countIn(loaded: LoadedPage, words: readonly string[], now: number): number {
		const lifespan = lifespanOf(loaded.chatKey);
		const [word] = words;
		if (loaded.page && lifespan !== null && word !== undefined && words.length === 1) {
			const shown = shownOf(loaded, lifespan, now);
			if (shown !== 'some') return shown === 'all' ? countWord(loaded.page, word) : 0;
		}
		return matches(loaded, words, now).length;
	}

	return {
		get isComplete() {
			return followed.isComplete;
		},
		get problem() {
			return followed.problem;
		},
		get characters() {
			return followed.pages.reduce((sum, { page }) => sum + (page?.characters ?? 0), 0);
		},
		newest(words, now, limit, only) {
			const newest = new NewestHits(limit);
			visitNewestBlocks(
				only ? followed.pages.filter(({ chatKey }) => only.has(chatKey)) : followed.pages,
				(newestAt) => newestAt <= newest.oldestAt,
				(loaded, blocks) => {
					const { chatKey, pageKey, page, recent } = loaded;
					for (const index of matches(loaded, words, now, blocks)) {
						const at = page?.latestOf(index) ?? 0;
						newest.add({ chatKey, pageKey, index, recent: recent?.[index] ?? null, at });
					}
				},
			);
			return newest.hits;
		},
		count: (words, now) =>
			followed.pages.reduce((sum, loaded) => sum + countIn(loaded, words, now), 0),
		async show(hits, now) {
			return followed.standing ? showing.show(followed.standing, hits, now) : [];
		},
		watch(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		free() {
			followed.free();
			showing.free();
			listeners.clear();
		},
	};
}
