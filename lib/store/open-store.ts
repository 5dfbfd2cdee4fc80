import type { InboxView } from '@/lib/model';
import type { Hasher } from '@/lib/vault/hasher';
import type { Access } from './access';
import { openBoxKey } from './box-key';
import { methodChangesOf } from './change-methods';
import {
	mergeTails,
	putBatch,
	rekey,
	removeMessages,
	removeNetwork,
	updateStored,
} from './changes';
import { countGoing } from './count-going';
import { expire } from './expire';
import { translated } from './failure';
import { countHoldings } from './holdings';
import { buildInboxView } from './inbox-view';
import { pageSourceOf } from './page-source';
import { type StorePlace, surroundingsOf } from './place';
import { removeAll } from './remove-all';
import { scanMessages } from './scan';
import { openSearchable } from './searchable';
import type { Snapshot } from './snapshot';
import type { Store, Waiting } from './store';
import { storedOf } from './stored';
import { pageOf } from './thread';
import { watchCommits } from './watch';

/**
 * Opens the encrypted inbox, founding it on the first start. Rejects with a `StoreError`
 * if what is stored is of another version or does not open. Any number of pages and
 * workers may have it open at once; nothing is kept here that cannot be read again.
 */
export async function openStore(place: StorePlace = {}): Promise<Store> {
	return (await openWithAccess(place)).store;
}

export interface OpenedInbox {
	store: Store;
	/** The list as it was when it opened; `null` where only that cannot be had. */
	view: InboxView | null;
}

/** The same with a first look at the list, in one read. */
export async function openInbox(place: StorePlace, now: number): Promise<OpenedInbox> {
	const { access, hasher } = surroundingsOf(place);
	const store = storeOf(access, hasher);
	// Whoever reads the list again is told why it cannot be had.
	const view = await store.view(now).catch(() => opened(access).then(() => null));
	return { store, view };
}

/** What lies below the store, for those that read its pages themselves. */
export async function openStoreAccess(place: StorePlace): Promise<Access> {
	return (await openWithAccess(place)).access;
}

export async function openWithAccess(place: StorePlace): Promise<{ store: Store; access: Access }> {
	const { access, hasher } = surroundingsOf(place);
	await opened(access);
	return { store: storeOf(access, hasher), access };
}

/** Finishes what a death interrupted, also where it finds the store locked. */
async function opened(access: Access): Promise<void> {
	await translated(() => current(access));
}

function storeOf(access: Access, hasher: Hasher): Store {
	let isAhead = false;

	/**
	 * Where the list is shown, a chat is opened next, mostly the first: what pages all have is
	 * known by then, and the end of that one is there.
	 */
	function readAhead({ rows: [first] }: InboxView, now: number): void {
		if (isAhead) return;
		isAhead = true;
		access
			.read(async (reading) => {
				await reading.allLists();
				if (first) await pageOf(reading, first.chat.key, 0, now);
			})
			.catch(() => undefined);
	}

	return {
		hash: async (identity) => (access.last() ?? (await current(access))).base.vault.hash(identity),
		put: (batch) => putBatch(access, batch),
		update: (job) => updateStored(access, job),
		async view(now) {
			const view = await access.read((reading) => buildInboxView(reading, now, access.lost));
			readAhead(view, now);
			return view;
		},
		settings: () => access.read((reading) => storedOf(reading).settings()),
		chats: () => access.read((reading) => storedOf(reading).chats()),
		goneChats: () => access.read((reading) => storedOf(reading).goneChats()),
		preview: (chatKey) => access.read((reading) => storedOf(reading).preview(chatKey)),
		messages: (chatKey, since) =>
			access.read((reading) => storedOf(reading).messages(chatKey, since)),
		page: (chatKey, n, now) => access.read((reading) => pageOf(reading, chatKey, n, now)),
		scan: (now, visit) => scanMessages(access, now, visit),
		openSearch: () => openSearchable(pageSourceOf(access)),
		expire: (now) => expire(access, now),
		merge: () => mergeTails(access),
		get waiting() {
			return waitingOf(access.last());
		},
		get cellKind() {
			return access.cells.kind;
		},
		countGoing: (rules, now) => access.read((reading) => countGoing(reading, rules, now)),
		holdings: () => access.read(countHoldings),
		removeMessages: (chatKey, messageKeys, now) =>
			removeMessages(access, chatKey, messageKeys, now),
		removeNetwork: (network) => removeNetwork(access, network),
		removeAll: () => removeAll(access),
		rekey: () => rekey(access),
		methods: methodChangesOf(access, hasher),
		boxPrivateKey: () => openBoxKey(access),
		forget: () => access.forget(),
		get unreadableRecords() {
			const snapshot = access.last();
			const damaged = snapshot?.tails.filter(({ isDamaged }) => isDamaged).length ?? 0;
			return access.lost.size + (snapshot?.lostTails.length ?? 0) + damaged;
		},
		watch: (listener) => watchCommits(access.database, access.last()?.commit ?? null, listener),
	};
}

function current(access: Access): Promise<Snapshot> {
	return access.read(async ({ snapshot }) => snapshot);
}

function waitingOf(snapshot: Snapshot | null): Waiting {
	const groups = [...(snapshot?.state.recent.values() ?? [])];
	return {
		commits: snapshot?.tails.length ?? 0,
		messages: groups.reduce((sum, group) => sum + group.size, 0),
		isUrgent: (snapshot?.state.rotating.size ?? 0) > 0 || snapshot?.base.isViewRead === false,
	};
}
