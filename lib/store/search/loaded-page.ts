import { isExpired } from '@/lib/inbox/expiry';
import type { Lifespan, Message } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import { openPage, packPage, SearchedPage } from '../page-codec';
import { dueOf, entryOf, type PageEntry } from '../page-lists';
import type { LostPage } from '../pages';

/** A page in the memory of the page that searches. */
export interface LoadedPage {
	chatKey: string;
	pageKey: string;
	entry: Pick<PageEntry, 'starts'>;
	/** `null` if it does not open. */
	page: SearchedPage | null;
	/** Message keys of which a newer state is elsewhere, joined. */
	hiddenKeys: string;
	hidden: ReadonlySet<number>;
	/** What is in it, where the store has no such page yet. */
	recent: readonly Message[] | null;
}

const noneHidden: ReadonlySet<number> = new Set();

export function loadedPage(
	{ chatKey, entry }: LostPage,
	bytes: Bytes | null,
	hidden: readonly string[],
): LoadedPage {
	return {
		chatKey,
		pageKey: entry.key,
		entry,
		page: bytes && new SearchedPage(bytes),
		hiddenKeys: hidden.join(),
		hidden: bytes ? findKeys(bytes, new Set(hidden)) : noneHidden,
		recent: null,
	};
}

/** What of a chat is in no page yet, as one that is searched like all others. */
export function recentPage(
	chatKey: string,
	messages: readonly Message[],
	lifespan: Lifespan,
): LoadedPage {
	const pageKey = recentKey(chatKey);
	return {
		chatKey,
		pageKey,
		entry: entryOf(pageKey, 'eternal', messages, { lifespan }),
		page: new SearchedPage(packPage(messages)),
		hiddenKeys: '',
		hidden: noneHidden,
		recent: messages,
	};
}

/** No row key: those have no blanks. */
export function recentKey(chatKey: string): string {
	return `recent ${chatKey}`;
}

/** The places of messages with these keys. */
function findKeys(bytes: Bytes, keys: ReadonlySet<string>): ReadonlySet<number> {
	if (keys.size === 0) return noneHidden;
	const messages = openPage(bytes).messages();
	return new Set(messages.flatMap(({ key }, index) => (keys.has(key) ? [index] : [])));
}

/** Whether all, some or none of a page may be shown at `now`. */
export function shownOf({ entry, hidden }: LoadedPage, lifespan: Lifespan, now: number) {
	const due = dueOf(entry, lifespan, now);
	if (due === 'all') return 'none';
	return due === 'none' && hidden.size === 0 ? 'all' : 'some';
}

export function isShown(
	loaded: LoadedPage,
	index: number,
	lifespan: Lifespan,
	now: number,
): boolean {
	if (loaded.hidden.has(index) || loaded.page === null) return false;
	return !isExpired(loaded.page.copyOf(index), lifespan, now);
}
