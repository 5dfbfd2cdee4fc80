import { isSame } from '@/lib/inbox/changes';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Message } from '@/lib/model';
import type { Access, Reading, Step } from './access';
import { type Bucket, bucketOf } from './bucket';
import type { CheckedBatch } from './checked-batch';
import type { BucketEntry, ChatEntry } from './dir';
import { sealDueRow } from './due-rows';
import { findOlder, mustGo } from './find-replaced';
import { newCommit } from './kv';
import { newPrefix, newRowKey } from './row-key';
import { cellsTaken, type Snapshot } from './snapshot';
import { stateOf } from './state';
import { type Replaced, sealTail, type Tail, type TailBody } from './tail';

/** What is larger goes into pages at once. */
const limits = { tails: 256, bodies: 16, messages: 128, characters: 40_000 } as const;

/** Whether a batch only adds to what stands there, and little. */
export function isAppendable(
	{ base, state, tails, lostTails }: Snapshot,
	batch: CheckedBatch,
): boolean {
	if (batch.settings || !base.isViewRead || lostTails.length > 0) return false;
	if (tails.length >= limits.tails) return false;
	if ([...batch.removedChats].some((chatKey) => state.chats.has(chatKey))) return false;
	for (const chat of batch.chats.values()) {
		const known = state.chats.get(chat.key);
		const isRetimed =
			known &&
			!isSame(
				resolveTimer(known.chat, state.settings).lifespan,
				resolveTimer(chat, state.settings).lifespan,
			);
		if (isRetimed) return false;
	}
	const messages = [...batch.messages.values()].flatMap((group) => [...group.values()]);
	const characters = messages.reduce((sum, { text, quote }) => sum + size(text) + size(quote), 0);
	return messages.length <= limits.messages && characters <= limits.characters;
}

const size = (text: string | null): number => text?.length ?? 0;

/**
 * One sealed record with all that a batch adds. `null` if it does not fit, or if a cell it
 * hangs on was effaced meanwhile; `'nothing'` if nothing of it belongs to a stored chat.
 */
export async function append(
	access: Access,
	reading: Reading,
	batch: CheckedBatch,
): Promise<Step | null | 'nothing'> {
	const { snapshot } = reading;
	const { base, state } = snapshot;
	const chats = [...batch.chats.values()];
	const newChats = chats.filter(({ key }) => !state.chats.has(key));
	const bodies = bodiesOf(snapshot, batch);
	if (bodies.length > limits.bodies) return null;
	const newBuckets = new Set(
		bodies.map(({ bucket }) => bucket).filter((bucket) => !state.buckets.has(bucket)),
	);
	const taken = newChats.length + newBuckets.size;
	const cells =
		taken === 0 ? [] : (await access.pool.take(taken, cellsTaken(snapshot))).map(({ ref }) => ref);
	const nextCell = () => {
		const cell = cells.shift();
		if (!cell) throw new Error('a cell for each');
		return cell;
	};
	const chatEntries = chats.map(
		(chat): ChatEntry => ({
			chat,
			cell: state.chats.get(chat.key)?.cell ?? nextCell(),
		}),
	);
	const bucketEntries = [...newBuckets].map((bucket): [Bucket, BucketEntry] => [
		bucket,
		{ cell: nextCell(), prefix: newPrefix(), pages: 0 },
	]);
	const removedPreviews = [...batch.previews].flatMap(([chatKey, preview]) =>
		preview === null && state.previews.has(chatKey) ? [chatKey] : [],
	);
	const isNothing = bodies.length === 0 && chatEntries.length === 0 && removedPreviews.length === 0;
	if (isNothing) return 'nothing';

	const { replaced, rotating, olderKeys } = await findReplaced(reading, batch);
	const chatCells = new Map(chatEntries.map(({ chat, cell }) => [chat.key, cell]));
	const bucketCells = new Map(bucketEntries.map(([bucket, { cell }]) => [bucket, cell]));
	const tail: Tail = {
		key: newRowKey(),
		sequence: (snapshot.tails.at(-1)?.sequence ?? 0) + 1,
		chats: chatEntries,
		buckets: bucketEntries,
		removedPreviews,
		replaced,
		rotating,
		bodies: bodies.flatMap((body): TailBody[] => {
			const chatCell = chatCells.get(body.chatKey) ?? state.chats.get(body.chatKey)?.cell;
			const bucketCell = bucketCells.get(body.bucket) ?? state.buckets.get(body.bucket)?.cell;
			const known = olderKeys.get(body.chatKey);
			const older = body.messages.map(({ key }) => key).filter((key) => known?.has(key));
			return chatCell && bucketCell ? [{ ...body, chatCell, bucketCell, older }] : [];
		}),
	};
	const dirKey = await access.keyring.dirKey(base.vault, base.cells.dir);
	const sealed = dirKey && (await sealTail(base.vault, access.keyring, dirKey, tail));
	if (!sealed) return null;
	const due = await Promise.all(
		bucketEntries.flatMap(([bucket, entry]) =>
			bucket === 'eternal'
				? []
				: sealDueRow(base.vault.rows.deviceKey, bucket, entry).then(
						(row) => [bucket, row] as const,
					),
		),
	);
	const { row, name } = newCommit(base.name);
	const tails = [...snapshot.tails, tail];
	return {
		writes: {
			commit: row,
			tails: new Map([[tail.key, sealed]]),
			...(due.length > 0 && { due: new Map(due) }),
			// The messenger still has what was captured; nobody else has what was taken back or set.
			durability: isOurs(snapshot, batch) || rotating.length > 0 ? 'strict' : 'relaxed',
		},
		isTaking: taken > 0,
		after: { ...snapshot, commit: name.commit, tails, state: stateOf(base.dir, base.view, tails) },
	};
}

/** Whether something was taken back, or set by the user. */
function isOurs({ state }: Snapshot, { chats, messages }: CheckedBatch): boolean {
	return (
		[...messages.values()].some((group) => [...group.values()].some(({ deleted }) => deleted)) ||
		[...chats.values()].some((chat) => state.chats.get(chat.key)?.chat.timer !== chat.timer)
	);
}

type Words = Omit<TailBody, 'chatCell' | 'bucketCell' | 'older'>;

/** What goes together; nothing of chats that are not stored. */
function bodiesOf({ state }: Snapshot, batch: CheckedBatch): Words[] {
	const bodies = new Map<string, Words & { messages: Message[] }>();
	const bodyOf = (chatKey: string, bucket: Bucket) => {
		const name = `${bucket}|${chatKey}`;
		const body = bodies.get(name) ?? { chatKey, bucket, preview: null, messages: [] };
		bodies.set(name, body);
		return body;
	};
	const lifespanOf = (chatKey: string) => {
		const chat = batch.chats.get(chatKey) ?? state.chats.get(chatKey)?.chat;
		return chat ? resolveTimer(chat, state.settings).lifespan : null;
	};
	for (const [chatKey, preview] of batch.previews) {
		const lifespan = lifespanOf(chatKey);
		if (preview && lifespan !== null)
			bodyOf(chatKey, bucketOf(preview, lifespan)).preview = preview;
	}
	for (const [chatKey, messages] of batch.messages) {
		const lifespan = lifespanOf(chatKey);
		if (lifespan === null) continue;
		for (const message of messages.values())
			bodyOf(chatKey, bucketOf(message, lifespan)).messages.push(message);
	}
	return [...bodies.values()];
}

/**
 * Older states that stand in pages, the chats in which something of such must go soon, and by
 * chat key which messages have an older state anywhere.
 */
async function findReplaced(
	reading: Reading,
	batch: CheckedBatch,
): Promise<{
	replaced: Replaced[];
	rotating: string[];
	olderKeys: Map<string, ReadonlySet<string>>;
}> {
	const { state } = reading.snapshot;
	const replaced: Replaced[] = [];
	const rotating: string[] = [];
	const olderKeys = new Map<string, ReadonlySet<string>>();
	for (const [chatKey, messages] of batch.messages) {
		const chat = state.chats.get(chatKey)?.chat;
		if (!chat) continue;
		const { lifespan } = resolveTimer(chat, state.settings);
		const older = await findOlder(reading, chatKey, messages);
		replaced.push(...older.inPages.values());
		olderKeys.set(chatKey, new Set(older.messages.keys()));
		const isGoing = [...older.messages].some(([key, message]) => {
			const newer = messages.get(key);
			return newer !== undefined && mustGo(message, newer, lifespan);
		});
		if (isGoing) rotating.push(chatKey);
	}
	return { replaced, rotating, olderKeys };
}
