import type { Chat, Preview, Settings } from '@/lib/model';
import type { Bucket } from './bucket';
import type { CellRef } from './cell-ref';
import { type CheckedBatch, emptyBatch } from './checked-batch';
import type { Counted } from './counts';
import type { PageEntry } from './page-lists';
import type { Repaged } from './repage';

/** What is to be done besides putting tails into pages. */
export interface FoldPlan {
	batch: CheckedBatch;
	/** What is due then is taken out; `null` keeps all. */
	now: number | null;
	/** By chat key. */
	removedMessages: ReadonlyMap<string, Removals>;
	/** Whether everything is sealed under a new vault key. */
	isRekey: boolean;
}

export const foldNothing: FoldPlan = {
	batch: emptyBatch,
	now: null,
	removedMessages: new Map(),
	isRekey: false,
};

/** Messages of one chat that its user deletes. */
export interface Removals {
	keys: ReadonlySet<string>;
	at: number;
}

/** A chat after a fold; `cell` is `null` where it gets a new one. */
export interface FoldedChat {
	chat: Chat;
	cell: CellRef | null;
}

/** What dir, view and pages become when tails and a batch are folded into them. */
export interface Folded {
	settings: Settings;
	chats: ReadonlyMap<string, FoldedChat>;
	previews: ReadonlyMap<string, Preview>;
	counts: ReadonlyMap<string, Counted>;
	repaged: readonly Repaged[];
	/** Chats that are gone, with their pages. */
	removed: readonly { chatKey: string; entries: readonly PageEntry[] }[];
	/** Cells of chats that nothing hangs on any more. */
	doomed: readonly CellRef[];
	/** Buckets whose cells are effaced. */
	deadBuckets: ReadonlySet<Bucket>;
	/** Whether names or words went before their time. */
	isAnyWithdrawn: boolean;
	/** Whether timers or settings changed. */
	isRetimed: boolean;
	expired: { messages: number; previews: number };
	isChanged: boolean;
}
