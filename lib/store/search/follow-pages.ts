import { foldText } from '@/lib/inbox/search';
import type { Bytes } from '@/lib/vault/bytes';
import { MovedOn } from '../moved-on';
import type { PageSource, Standing } from '../page-source';
import type { LostPage } from '../pages';
import { loadPages } from './load-pages';
import { type LoadedPage, loadedPage, recentKey, recentPage } from './loaded-page';

/** All pages of a store in memory, and what of them is loaded so far. */
export interface FollowedPages {
	/** What stands there as it was last looked at, `null` before that. */
	readonly standing: Standing | null;
	/** Folded, by chat key. */
	readonly titles: ReadonlyMap<string, string>;
	/** What is loaded of it, newest first. */
	readonly pages: readonly LoadedPage[];
	/** Whether that is all, but for pages that do not open. */
	readonly isComplete: boolean;
	/** Why following failed, `null` if it did not; the next commit is a new try. */
	readonly problem: unknown;
	free(): void;
}

interface Shown {
	standing: Standing | null;
	titles: ReadonlyMap<string, string>;
	/** By row key. */
	loaded: Map<string, LoadedPage>;
}

/** Loads newest first and follows each commit, reading only what is new with it. */
export function followPages(
	source: PageSource,
	/** Called when more is there, when all is, and when following failed. */
	listener: () => void,
): FollowedPages {
	let shown: Shown = { standing: null, titles: new Map(), loaded: new Map() };
	/** What was loaded for a commit that was overtaken before all of it was there. */
	let spare: ReadonlyMap<string, LoadedPage> = new Map();
	/** `null` after a change. */
	let ordered: LoadedPage[] | null = null;
	let isComplete = false;
	let isStale = true;
	let isRunning = false;
	let isFreed = false;
	let problem: unknown = null;
	let unwatch: (() => void) | null = null;

	async function follow(): Promise<void> {
		isStale = true;
		if (isRunning) return;
		isRunning = true;
		try {
			while (isStale && !isFreed) await load();
		} catch (error) {
			problem = error;
			if (!isFreed) listener();
		} finally {
			isRunning = false;
		}
	}

	async function load(): Promise<void> {
		isStale = false;
		const now = await source.standing();
		if (isFreed) return;
		unwatch ??= source.watch(now.commit, () => void follow());
		const { next, missing } = stayFor(now);
		// At first all that is there is of use; later, half of a change would be less than before.
		if (!isComplete) show(next);
		const hidden = hiddenByPage(now);
		const isWanted = () => !isStale && !isFreed;
		const take = (batch: readonly LostPage[], bytes: readonly (Bytes | null)[]) => {
			if (isFreed) return;
			for (const [index, page] of batch.entries()) {
				const { key } = page.entry;
				next.loaded.set(key, loadedPage(page, bytes[index] ?? null, hidden.get(key) ?? []));
			}
			if (!isComplete) show(next);
		};
		try {
			await loadPages(now, missing, take, isWanted);
		} catch (error) {
			if (!(error instanceof MovedOn)) throw error;
			isStale = true;
		}
		spare = isStale && !isFreed ? next.loaded : new Map();
		if (!isWanted()) return;
		isComplete = true;
		problem = null;
		show(next);
	}

	/** What is there of it already, and which pages are to be loaded. */
	function stayFor(now: Standing): { next: Shown; missing: LostPage[] } {
		const hidden = hiddenByPage(now);
		const loaded = new Map<string, LoadedPage>();
		for (const [chatKey, messages] of now.recent) {
			if (messages.size === 0) continue;
			const key = recentKey(chatKey);
			const isSame = isSameMap(shown.standing?.recent.get(chatKey), messages);
			const known = isSame ? shown.loaded.get(key) : null;
			const lifespan = now.chats.get(chatKey)?.lifespan ?? 'off';
			loaded.set(key, known ?? recentPage(chatKey, [...messages.values()], lifespan));
		}
		const missing = now.pages.filter(({ entry: { key } }) => {
			const known = [shown.loaded.get(key), spare.get(key)].find(
				(one) => one?.hiddenKeys === (hidden.get(key) ?? []).join(),
			);
			if (known) loaded.set(key, known);
			return !known;
		});
		const titles = new Map([...now.chats].map(([key, { title }]) => [key, foldText(title)]));
		return { next: { standing: now, titles, loaded }, missing };
	}

	function show(next: Shown): void {
		shown = next;
		ordered = null;
		listener();
	}

	void follow();
	return {
		get standing() {
			return shown.standing;
		},
		get titles() {
			return shown.titles;
		},
		get pages() {
			ordered ??= [...shown.loaded.values()].sort((a, b) => newestAt(b) - newestAt(a));
			return ordered;
		},
		get isComplete() {
			return isComplete;
		},
		get problem() {
			return problem;
		},
		free() {
			isFreed = true;
			unwatch?.();
			shown = { standing: null, titles: new Map(), loaded: new Map() };
			spare = new Map();
			ordered = null;
			isComplete = false;
		},
	};
}

function newestAt({ page }: LoadedPage): number {
	return page?.newestAt ?? Number.NEGATIVE_INFINITY;
}

/** By row key, the keys of messages that stand there in an older state. */
function hiddenByPage({ replaced }: Standing): Map<string, string[]> {
	const hidden = new Map<string, string[]>();
	for (const messages of replaced.values()) {
		for (const { page, key } of messages.values()) {
			const keys = hidden.get(page) ?? [];
			keys.push(key);
			hidden.set(page, keys);
		}
	}
	for (const keys of hidden.values()) keys.sort();
	return hidden;
}

function isSameMap<Value>(
	a: ReadonlyMap<string, Value> | undefined,
	b: ReadonlyMap<string, Value>,
): boolean {
	return a?.size === b.size && [...b].every(([key, value]) => a.get(key) === value);
}
