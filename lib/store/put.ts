import { resolveTimer } from '@/lib/inbox/expiry';
import {
	type Chat,
	chatSchema,
	type Message,
	previewSchema,
	settingsSchema,
	type Timer,
} from '@/lib/model';
import { bucketOf } from './bucket';
import { checked } from './checked';
import type { Change } from './commit';
import type { Durability } from './database';
import { entryOf, type RecordEntry } from './entry';
import { hasRoom, packRecords } from './pack';
import { storedMessageSchema, type TailRecord } from './record';
import type { Snapshot } from './snapshot';
import type { Batch } from './store';
import { recordKeys } from './view';

export type OpenedRecords = ReadonlyMap<string, TailRecord>;

/** Row keys of the records that `put` must have opened to apply a batch. */
export function recordsTouched({ view }: Snapshot, batch: Batch): string[] {
	const removed = new Set(batch.removedChats);
	const chatKeys = new Set(batch.messages?.map(({ chatKey }) => chatKey));
	return [...chatKeys]
		.filter((chatKey) => !removed.has(chatKey))
		.flatMap((chatKey) => recordKeys(view, chatKey));
}

/**
 * What a batch changes: first chats are removed, then everything else is put. Messages and
 * previews of a chat that is then not stored are dropped: it was removed meanwhile.
 */
export function applyBatch(snapshot: Snapshot, opened: OpenedRecords, batch: Batch): Change {
	const { dir, view } = snapshot;
	const chats = new Map(dir.chats);
	const previews = new Map(view.previews);
	const records = new Map(view.records);
	const added: TailRecord[] = [];
	const removed: string[] = [];
	const sequence = view.sequence + 1;

	for (const chatKey of batch.removedChats ?? []) {
		chats.delete(chatKey);
		previews.delete(chatKey);
		for (const { key } of records.get(chatKey) ?? []) removed.push(key);
		records.delete(chatKey);
	}
	for (const chat of batch.chats ?? []) chats.set(chat.key, checked(chatSchema, chat));
	const settings = batch.settings ? checked(settingsSchema, batch.settings) : dir.settings;

	for (const { chatKey, preview } of batch.previews ?? []) {
		if (preview === null) previews.delete(chatKey);
		else if (chats.has(chatKey)) previews.set(chatKey, checked(previewSchema, preview));
	}
	for (const [chatKey, messages] of groupMessages(batch)) {
		const chat = chats.get(chatKey);
		if (!chat) continue;
		const { timer } = resolveTimer(chat, settings);
		const entries = records.get(chatKey) ?? [];
		const merged = mergeMessages(chatKey, entries, opened, messages, timer, sequence);
		added.push(...merged.added);
		removed.push(...merged.removed);
		records.set(chatKey, merged.entries);
	}

	const isDirChanged = hasAny(batch.chats) || hasAny(batch.removedChats) || batch.settings;
	const isViewChanged =
		hasAny(batch.removedChats) || hasAny(batch.previews) || hasAny(batch.messages);
	return {
		...(isDirChanged && { dir: { chats, settings } }),
		...(isViewChanged && { view: { sequence, previews, records } }),
		added,
		removed,
		durability: durabilityOf(snapshot, batch),
	};
}

/**
 * New and changed messages of one chat among its records. Records with an old state of a
 * message are replaced, so that no row keeps it; those with room for more are filled.
 */
function mergeMessages(
	chatKey: string,
	entries: readonly RecordEntry[],
	opened: OpenedRecords,
	messages: ReadonlyMap<string, Message>,
	timer: Timer,
	sequence: number,
): { entries: RecordEntry[]; added: TailRecord[]; removed: string[] } {
	const buckets = new Set([...messages.values()].map((message) => bucketOf(message, timer)));
	const replaced = entries
		.flatMap(({ key }) => opened.get(key) ?? [])
		.filter(
			(record) =>
				record.messages.some(({ key }) => messages.has(key)) ||
				(buckets.has(record.bucket) && hasRoom(record)),
		);
	const survivors = replaced
		.flatMap((record) => record.messages)
		.filter(({ key }) => !messages.has(key));
	const added = packRecords(chatKey, [...survivors, ...messages.values()], timer, sequence);
	const removed = replaced.map(({ key }) => key);
	const kept = entries.filter(({ key }) => !removed.includes(key));
	return { entries: [...kept, ...added.map(entryOf)], added, removed };
}

/** Whether a batch would change anything. */
export function isEmptyBatch(batch: Batch): boolean {
	const { chats, previews, messages, removedChats, settings } = batch;
	return !settings && ![chats, previews, messages, removedChats].some(hasAny);
}

function hasAny(records: readonly unknown[] | undefined): boolean {
	return records !== undefined && records.length > 0;
}

/** By chat, then by message key; the last one given is right. */
function groupMessages(batch: Batch): Map<string, Map<string, Message>> {
	const groups = new Map<string, Map<string, Message>>();
	for (const { chatKey, messages } of batch.messages ?? []) {
		if (messages.length === 0) continue;
		const group = groups.get(chatKey) ?? new Map<string, Message>();
		groups.set(chatKey, group);
		for (const message of messages) group.set(message.key, checked(storedMessageSchema, message));
	}
	return groups;
}

/** The messenger still has what was captured; nobody else has a setting or a deletion. */
function durabilityOf({ dir }: Snapshot, batch: Batch): Durability {
	const isTimerChanged = (chat: Chat) => dir.chats.get(chat.key)?.timer !== chat.timer;
	const isDeletion = batch.messages?.some(({ messages }) => messages.some((one) => one.deleted));
	return batch.settings ||
		hasAny(batch.removedChats) ||
		batch.chats?.some(isTimerChanged) ||
		isDeletion
		? 'strict'
		: 'relaxed';
}
