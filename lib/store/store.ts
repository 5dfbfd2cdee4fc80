import type { CellFile } from '../cells/cell-file';
import type { Hash } from '../ids';
import type { Chat, InboxView, Message, Network, Preview, Settings, ShownMessage } from '../model';
import type { BoxPrivateKey } from '../vault/box';
import type { MethodChanges } from './change-methods';
import type { OtherRules } from './count-going';
import type { Searchable } from './searchable';

/**
 * Everything one capture or command changes; written in one transaction or not at all.
 * Removals come first. Previews and messages of a chat that is then not stored are left
 * out: it was removed while they were on their way.
 */
export interface Batch {
	/** Whole records, replacing those with the same key. */
	chats?: Chat[];
	previews?: { chatKey: string; preview: Preview | null }[];
	/**
	 * New or changed messages; one with a known key replaces the stored one. In a chat of
	 * more than some thousand it keeps its rank or its time.
	 */
	messages?: { chatKey: string; messages: Message[] }[];
	/** Chats that go with all they hold (deleted, or promoted to another key). */
	removedChats?: string[];
	settings?: Settings;
}

export interface MessagePage {
	/** Oldest first. */
	messages: ShownMessage[];
	/** Page 0 is the newest. */
	pageCount: number;
}

export interface Expired {
	messages: number;
	previews: number;
	/** When `expire` should run next, `null` if nothing is due ever. */
	nextDueAt: number | null;
}

/** What commits added that no merge has put into pages yet. */
export interface Waiting {
	commits: number;
	messages: number;
	/** Something in it must go within a minute, or the list was lost: `merge` sees to that. */
	isUrgent: boolean;
}

/** What is stored of one network. */
export interface Holding {
	chats: number;
	messages: number;
	/** On the disk, about. */
	bytes: number;
}

/** One state of the store, for a job that changes it. */
export type Stored = Pick<
	Store,
	'hash' | 'settings' | 'chats' | 'goneChats' | 'preview' | 'messages'
>;

export type { Hash };

/**
 * The encrypted inbox. Reads never return what is past its second, whether or not
 * `expire` has run. Every method may reject with a `StoreError`.
 */
export interface Store {
	hash: Hash;
	/**
	 * Resolves when the transaction is complete: what it wrote survives the browser's death.
	 * What is removed, or what a timer now shortens, is effaced by then.
	 */
	put(batch: Batch): Promise<void>;
	/**
	 * Puts what a job makes of what stands there, `null` for nothing; no other writer comes in
	 * between. The job may be run again where one did.
	 */
	update(job: (stored: Stored) => Promise<Batch | null>): Promise<void>;
	view(now: number): Promise<InboxView>;
	settings(): Promise<Settings>;
	chats(): Promise<Chat[]>;
	/** What is left of chats that went, to refuse what a page still shows of them. */
	goneChats(): Promise<Chat[]>;
	preview(chatKey: string): Promise<Preview | null>;
	/**
	 * What is stored of one chat by rank, for merging: also what is due but not yet removed.
	 * `since` leaves out what is older, but for some of it.
	 */
	messages(chatKey: string, since?: number): Promise<Message[]>;
	/** Page `n` of a chat, newest page first, at most 256 messages each. */
	page(chatKey: string, n: number, now: number): Promise<MessagePage>;
	/** Visits every stored message that is not due, newest chats first; return `false` to stop. */
	scan(
		now: number,
		visit: (chat: Chat, message: ShownMessage) => boolean | undefined,
	): Promise<void>;
	/** Begins to load all text into memory, to be searched as it comes; whoever opens it frees it. */
	openSearch(): Searchable;
	/** Removes what is due and says when the next is. */
	expire(now: number): Promise<Expired>;
	/** Puts what commits added into pages, and effaces what must go before its time. */
	merge(): Promise<void>;
	/** What `merge` would do, as of what was last read or written here. */
	readonly waiting: Waiting;
	/** Whether what is erased is overwritten, or only deleted and may linger in the browser's files. */
	readonly cellKind: CellFile['kind'];
	/** How many messages that are shown now would go at once under other rules. */
	countGoing(rules: OtherRules, now: number): Promise<number>;
	/** How much of each network is stored; what no merge has put into pages yet counts no bytes. */
	holdings(): Promise<ReadonlyMap<Network, Holding>>;
	/**
	 * Removes messages of one chat; they are effaced when it resolves, and refused where a page
	 * goes on showing them.
	 */
	removeMessages(chatKey: string, messageKeys: readonly string[], now: number): Promise<void>;
	/** Removes all that is stored of one network; it is effaced when it resolves. */
	removeNetwork(network: Network): Promise<void>;
	/** Removes everything, keys and settings too: what opens the store next founds a new one. */
	removeAll(): Promise<void>;
	/** Replaces the vault key, where nothing has to be typed for it, and seals everything anew. */
	rekey(): Promise<void>;
	/** Ways to unlock. */
	readonly methods: MethodChanges;
	/**
	 * Opens what was sealed to the vault while it was locked; `null` where it never is, and where
	 * its key is damaged: another takes its place.
	 */
	boxPrivateKey(): Promise<BoxPrivateKey | null>;
	/** Keeps no key and no word in memory; what is asked next opens the store again, if it may. */
	forget(): void;
	/** Records found damaged so far: left out of every read, the others stay readable. */
	readonly unreadableRecords?: number;
	/** Calls back after each committed change, from whatever page or worker. Returns the unsubscriber. */
	watch(listener: () => void): () => void;
}

/** `locked`: a method of unlocking has to be used first, see `unlock.ts`. */
export type StoreErrorCode = 'unknown-version' | 'unreadable' | 'quota' | 'locked';

/** What the interface can say in the user's language, by `code`. */
export class StoreError extends Error {
	readonly code: StoreErrorCode;
	constructor(code: StoreErrorCode, options?: ErrorOptions) {
		super(code, options);
		this.name = 'StoreError';
		this.code = code;
	}
}
