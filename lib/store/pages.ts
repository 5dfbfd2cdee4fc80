import type { SealingKey } from '@/lib/vault/keys';
import type { Database } from './database';
import type { Keyring } from './keyring';
import { type OpenedPage, openedPage, unsealPage } from './page';
import type { PageEntry } from './page-lists';
import { readPages } from './read-pages';
import type { Snapshot } from './snapshot';

/** Opened messages that are kept at most; pages never change, so each is opened once. */
const keptMessages = 50_000;

export interface LostPage {
	chatKey: string;
	entry: PageEntry;
}

export interface Pages {
	/**
	 * Opens pages; `null` for those that cannot be read. Throws `MovedOn` if the store is no
	 * longer at that snapshot, unless all of them were open. Calls `onRead` where some had to be
	 * read, and the store still stood at that snapshot.
	 */
	open(
		snapshot: Snapshot,
		wanted: readonly { chatKey: string; entry: PageEntry }[],
		onRead?: () => void,
	): Promise<(OpenedPage | null)[]>;
	/** Goes along with a change that was made here: only the pages that it removed are forgotten. */
	stayFor(after: Snapshot, removed: Iterable<string>): void;
	forgetAll(): void;
	/** Whether a page is open already. */
	isOpen(key: string): boolean;
	/** Notes a page that another reader of pages found damaged or missing. */
	lose(snapshot: Snapshot, page: LostPage): void;
	/** By row key, pages that were found damaged or missing. */
	lost: ReadonlyMap<string, LostPage>;
}

export function keepPages(database: Database, keyring: Keyring): Pages {
	const kept = new Map<string, OpenedPage>();
	const lost = new Map<string, LostPage>();
	let messageCount = 0;
	let base: string | null = null;

	function forget(key: string): void {
		messageCount -= kept.get(key)?.page.count ?? 0;
		kept.delete(key);
	}

	function remember(key: string, opened: OpenedPage): void {
		forget(key);
		kept.set(key, opened);
		messageCount += opened.page.count;
		for (const oldest of kept.keys()) {
			if (messageCount <= keptMessages) return;
			forget(oldest);
		}
	}

	function forgetAll(): void {
		kept.clear();
		lost.clear();
		messageCount = 0;
	}

	/** What another context wrote may have replaced or erased any page: none stays in memory. */
	function follow(snapshot: Snapshot): void {
		if (base !== snapshot.base.name) forgetAll();
		base = snapshot.base.name;
	}

	return {
		lost,
		forgetAll,
		lose(snapshot, page) {
			base ??= snapshot.base.name;
			if (base === snapshot.base.name) lost.set(page.entry.key, page);
		},
		isOpen: (key) => kept.has(key),
		stayFor(after, removed) {
			base = after.base.name;
			for (const key of removed) {
				forget(key);
				lost.delete(key);
			}
		},
		async open(snapshot, wanted, onRead) {
			follow(snapshot);
			const missing = wanted.filter(({ entry }) => !kept.has(entry.key) && !lost.has(entry.key));
			const found = new Map<string, OpenedPage>();
			for (const { entry } of wanted) {
				const known = kept.get(entry.key);
				if (known) found.set(entry.key, known);
			}
			if (missing.length > 0) {
				const rowKeys = missing.map(({ entry }) => entry.key);
				const [values] = await Promise.all([
					readPages(database, snapshot.commit, rowKeys),
					keyring.secrets(cellsOf(snapshot, missing)),
				]);
				onRead?.();
				const opened = await Promise.all(
					missing.map(async ({ chatKey, entry }, index) => {
						const value = values[index];
						const key = value && (await pageKeyOf(snapshot, keyring, chatKey, entry));
						if (!value || !key) return null;
						return unsealPage(key, entry.key, value).then(openedPage, () => null);
					}),
				);
				missing.forEach((one, index) => {
					const page = opened[index];
					if (page) {
						found.set(one.entry.key, page);
						remember(one.entry.key, page);
					} else lost.set(one.entry.key, one);
				});
			}
			return wanted.map(({ entry }) => found.get(entry.key) ?? null);
		},
	};
}

/** The key of a page, `null` if the cell of its chat or bucket is effaced. */
export async function pageKeyOf(
	{ base, state }: Snapshot,
	keyring: Keyring,
	chatKey: string,
	{ bucket }: Pick<PageEntry, 'bucket'>,
): Promise<SealingKey | null> {
	const [chat, held] = [state.chats.get(chatKey), state.buckets.get(bucket)];
	return chat && held ? keyring.pageKey(base.vault, chat.cell, held.cell) : null;
}

function cellsOf({ state }: Snapshot, wanted: readonly LostPage[]) {
	const chats = new Set(wanted.map(({ chatKey }) => state.chats.get(chatKey)?.cell));
	const buckets = new Set(wanted.map(({ entry }) => state.buckets.get(entry.bucket)?.cell));
	return [...chats, ...buckets].filter((cell) => cell !== undefined);
}
