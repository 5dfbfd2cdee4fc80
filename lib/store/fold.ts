import { previewId } from '@/lib/ids';
import { isExpired, isForgotten, resolveTimer } from '@/lib/inbox/expiry';
import { addTombstones, buryPreview, needsTombstone } from '@/lib/inbox/tombstones';
import type { Chat, Message, Preview } from '@/lib/model';
import type { Access, Reading } from './access';
import type { Bucket } from './bucket';
import type { CellRef } from './cell-ref';
import { type CheckedBatch, emptyBatch } from './checked-batch';
import { type Counted, countDue, isSpent, nothingCounted } from './counts';
import { findOlder, mustGo } from './find-replaced';
import { withoutReplaced } from './live';
import { dueOf, type PageEntry } from './page-lists';
import { type Repaged, repage } from './repage';
import type { Snapshot } from './snapshot';
import { timerOf } from './state';
import type { Replaced } from './tail';

export interface FoldPlan {
	batch: CheckedBatch;
	/** What is due then is taken out; `null` keeps all. */
	now: number | null;
	/** By chat key, keys of messages that go. */
	removedMessages: ReadonlyMap<string, ReadonlySet<string>>;
	/** Whether everything is sealed under a new vault key. */
	isRekey: boolean;
}

export const foldNothing: FoldPlan = {
	batch: emptyBatch,
	now: null,
	removedMessages: new Map(),
	isRekey: false,
};

/** What dir, view and pages become when tails and a batch are folded into them. */
export interface Folded {
	settings: Snapshot['state']['settings'];
	/** Without cells for those that are new or rotated. */
	chats: ReadonlyMap<string, { chat: Chat; cell: CellRef | null }>;
	previews: ReadonlyMap<string, Preview>;
	counts: ReadonlyMap<string, Counted>;
	repaged: readonly Repaged[];
	/** Chats that are gone, with their pages. */
	removed: readonly { chatKey: string; entries: readonly PageEntry[] }[];
	/** Cells of chats that nothing hangs on any more. */
	doomed: readonly CellRef[];
	deadBuckets: ReadonlySet<Bucket>;
	/** Whether names or words went before their time. */
	isAnyWithdrawn: boolean;
	/** Whether timers or settings changed. */
	isRetimed: boolean;
	expired: { messages: number; previews: number };
	isChanged: boolean;
}

/** Computes a fold; nothing is written, no cell is taken. */
export async function fold(access: Access, reading: Reading, plan: FoldPlan): Promise<Folded> {
	const { snapshot } = reading;
	const { base, state, tails, lostTails } = snapshot;
	const { batch, now } = plan;
	const dead = await findDead(access, snapshot);
	const removedKeys = new Set([
		...dead.chats,
		...[...batch.removedChats].filter((chatKey) => state.chats.has(chatKey)),
	]);
	const settings = batch.settings ?? state.settings;
	const chats = new Map<string, { chat: Chat; cell: CellRef | null }>(state.chats);
	for (const chatKey of removedKeys) chats.delete(chatKey);
	const rotated = new Set([...state.rotating].filter((chatKey) => chats.has(chatKey)));
	for (const chatKey of plan.removedMessages.keys()) if (chats.has(chatKey)) rotated.add(chatKey);
	for (const chat of batch.chats.values())
		chats.set(chat.key, { chat, cell: chats.get(chat.key)?.cell ?? null });
	const after = { chats: chats as ReadonlyMap<string, { chat: Chat; cell: CellRef }>, settings };
	let isRetimed = batch.settings !== null;
	for (const [chatKey, { cell }] of chats) {
		if (cell === null) continue;
		const isOther = timerOf(state, chatKey) !== timerOf(after, chatKey);
		if (isOther) isRetimed = true;
		if (isOther || plan.isRekey) rotated.add(chatKey);
	}

	const previews = new Map(state.previews);
	for (const chatKey of removedKeys) previews.delete(chatKey);
	for (const [chatKey, preview] of batch.previews) {
		if (preview === null) previews.delete(chatKey);
		else if (chats.has(chatKey)) previews.set(chatKey, preview);
	}

	const incoming = new Map<string, ReadonlyMap<string, Message>>();
	const replaced = new Map<string, ReadonlyMap<string, Replaced>>();
	for (const chatKey of new Set([...state.recent.keys(), ...batch.messages.keys()])) {
		if (!chats.has(chatKey)) continue;
		const isKept = !removedKeys.has(chatKey);
		const messages = batch.messages.get(chatKey);
		const recent = isKept ? state.recent.get(chatKey) : undefined;
		incoming.set(chatKey, new Map([...(recent ?? []), ...(messages ?? [])]));
		if (!isKept) continue;
		const older = messages && (await findOlder(reading, chatKey, messages));
		const standing = [...(state.replaced.get(chatKey) ?? []), ...(older?.inPages ?? [])];
		if (standing.length > 0) replaced.set(chatKey, new Map(standing));
		const timer = timerOf(after, chatKey);
		for (const [key, message] of older?.messages ?? []) {
			const newer = messages?.get(key);
			if (newer && mustGo(message, newer, timer)) rotated.add(chatKey);
		}
	}

	const touched = new Set([...incoming.keys(), ...rotated]);
	for (const [chatKey, { chat }] of chats) {
		const { timer } = resolveTimer(chat, settings);
		const counted = withoutReplaced(snapshot, chatKey);
		const isAnyDue =
			now !== null &&
			(!base.isViewRead ||
				isSpent(counted, timer, now) ||
				countDue(counted.starts, timer, now) > 0);
		if (isAnyDue) touched.add(chatKey);
	}
	if (dead.buckets.size > 0) for (const chatKey of chats.keys()) touched.add(chatKey);
	const lists = await reading.lists([...touched, ...removedKeys]);
	const known = base.isViewRead ? base.view.counts : await countEntries(reading);
	const repaged: Repaged[] = [];
	for (const chatKey of touched) {
		const isKept = !removedKeys.has(chatKey);
		const entries = isKept ? (lists.get(chatKey) ?? []) : [];
		const timer = timerOf(after, chatKey);
		const isMoving =
			rotated.has(chatKey) ||
			incoming.has(chatKey) ||
			entries.some(
				(entry) =>
					dead.buckets.has(entry.bucket) || (now !== null && dueOf(entry, timer, now) !== 'none'),
			);
		if (!isMoving) continue;
		repaged.push(
			await repage(reading, {
				chatKey,
				entries,
				counted: (isKept && known.get(chatKey)) || nothingCounted,
				incoming: incoming.get(chatKey) ?? new Map(),
				replaced: replaced.get(chatKey) ?? new Map(),
				timer,
				now,
				isRotated: rotated.has(chatKey),
				removedKeys: plan.removedMessages.get(chatKey) ?? new Set(),
				deadBuckets: dead.buckets,
			}),
		);
	}

	const counts = new Map(known);
	for (const chatKey of removedKeys) counts.delete(chatKey);
	for (const { chatKey, counted } of repaged) {
		if (counted.count > 0) counts.set(chatKey, counted);
		else counts.delete(chatKey);
	}
	for (const { chatKey, marks } of repaged) {
		const entry = chats.get(chatKey);
		if (!entry || marks.length === 0) continue;
		const tombstones = addTombstones(
			entry.chat.tombstones,
			marks.map(([, , signature]) => signature),
		);
		chats.set(chatKey, { ...entry, chat: { ...entry.chat, tombstones } });
	}
	const expiredPreviews = now === null ? 0 : await takeDuePreviews(access, snapshot, now);

	async function takeDuePreviews(_: Access, { base: { vault } }: Snapshot, at: number) {
		let count = 0;
		for (const [chatKey, preview] of previews) {
			const entry = chats.get(chatKey);
			if (!entry || !isExpired(preview, timerOf(after, chatKey), at)) continue;
			previews.delete(chatKey);
			count += 1;
			if (!needsTombstone(preview.sentAt)) continue;
			const signature = await vault.hash(previewId(chatKey, preview.text));
			const tombstones = buryPreview(entry.chat.tombstones, preview, signature);
			chats.set(chatKey, { ...entry, chat: { ...entry.chat, tombstones } });
		}
		return count;
	}

	const forgotten: string[] = [];
	if (now !== null)
		for (const [chatKey, { chat }] of chats) {
			const isEmpty = !counts.has(chatKey) && !previews.has(chatKey);
			if (isEmpty && isForgotten(chat, settings, now)) forgotten.push(chatKey);
		}
	for (const chatKey of forgotten) chats.delete(chatKey);

	const doomed = [...removedKeys, ...forgotten, ...rotated].flatMap(
		(chatKey) => state.chats.get(chatKey)?.cell ?? [],
	);
	for (const chatKey of rotated) {
		const entry = chats.get(chatKey);
		if (entry) chats.set(chatKey, { ...entry, cell: null });
	}
	const messages = repaged.reduce((sum, { expired }) => sum + expired, 0);
	return {
		settings,
		chats,
		previews,
		counts,
		repaged,
		removed: [...removedKeys].map((chatKey) => ({ chatKey, entries: lists.get(chatKey) ?? [] })),
		doomed,
		deadBuckets: dead.buckets,
		isAnyWithdrawn: doomed.length > 0,
		isRetimed,
		expired: { messages, previews: expiredPreviews },
		isChanged:
			tails.length > 0 ||
			lostTails.length > 0 ||
			!base.isViewRead ||
			plan.isRekey ||
			isRetimed ||
			doomed.length > 0 ||
			repaged.length > 0 ||
			expiredPreviews > 0 ||
			batch.chats.size > 0 ||
			batch.previews.size > 0,
	};
}

/** What pages hold, for a view that was lost: the starts are found when they are needed. */
async function countEntries({ snapshot, lists }: Reading): Promise<Map<string, Counted>> {
	const found = await lists(snapshot.state.chats.keys());
	return new Map(
		[...found]
			.map(([chatKey, entries]): [string, Counted] => [
				chatKey,
				{ count: entries.reduce((sum, { count }) => sum + count, 0), starts: [] },
			])
			.filter(([, { count }]) => count > 0),
	);
}

/** Chats and buckets whose cells are effaced: what hung on them is gone, only rows are left. */
async function findDead(
	{ keyring }: Access,
	{ state }: Snapshot,
): Promise<{ chats: string[]; buckets: Set<Bucket> }> {
	const chats = [...state.chats];
	const buckets = [...state.buckets];
	const secrets = await keyring.secrets([
		...chats.map(([, { cell }]) => cell),
		...buckets.map(([, { cell }]) => cell),
	]);
	return {
		chats: chats.filter((_, index) => secrets[index] === null).map(([chatKey]) => chatKey),
		buckets: new Set(
			buckets
				.filter((_, index) => secrets[chats.length + index] === null)
				.map(([bucket]) => bucket),
		),
	};
}
