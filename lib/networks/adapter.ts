import type { Network, Reading, SettledOrder } from '../model';
import type { Keep } from './kept-readings';
import type { InTurns } from './turns';

/** What a reader may look at; everything that differs between a live page and `inspect`. */
export interface ReadContext {
	document: Document;
	/** Address of the page; not `document.location`, so that a saved page can be read. */
	url: URL;
	/** Epoch ms; the reader has no other clock. */
	now: number;
	/** BCP 47 tags, most wanted first: `<html lang>` is added by the reader itself. */
	languages: readonly string[];
	/** When the page was first looked at under this path: waits are measured from here. */
	openedAt: number;
	/** Whether the tab is visible: a hidden one draws only a part. */
	visible: boolean;
	/** Kept between passes over one page, dropped with it. */
	memory: Map<string, unknown>;
	/** What other pages of this account have proven, as the background told this one. */
	learned?: LearnedOrder | null;
	/** Readings of elements that did not change since; absent where a page is read once. */
	keep?: Keep;
	/** The page's own IndexedDB; absent where there is none (saved pages). */
	indexedDB?: IDBFactory;
	/** The page's own localStorage items by name; `null` where absent. */
	localItem?: (name: string) => string | null;
	/** One cookie of the page by name; `null` where it cannot be read. */
	cookie?: (name: string) => string | null;
}

/** How an account writes its dates. */
export interface LearnedOrder {
	account: string | null;
	order: SettledOrder;
}

/** What a network does on its page, and only when the user asked for that one act. */
export interface ChatListActions {
	/** What scrolls the list of chats, by structure; `null` while there is none. */
	findChatList(document: Document): HTMLElement | null;
	/** Whether more rows are on their way to the list's end. */
	isLoadingMore(list: Element): boolean;
}

/**
 * What every network implements. Its reading never clicks, hovers, scrolls or opens
 * anything, and never throws: what it cannot read becomes a problem in the reading.
 */
export interface Adapter {
	network: Network;
	/** Whether this address shows the messenger; elsewhere the reader stays dormant. */
	isAwake(url: URL): boolean;
	/**
	 * Does in turns with the page what takes long: words of a language, and readings of single
	 * elements, which are kept. The page may change meanwhile, so nothing of it is a reading:
	 * `read` comes after it, in one go over the page as it then is.
	 */
	prepare?(context: ReadContext, inTurns: InTurns): Promise<void>;
	read(context: ReadContext): Promise<Reading>;
}
