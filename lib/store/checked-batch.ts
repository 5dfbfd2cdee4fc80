import {
	type Chat,
	chatSchema,
	type Message,
	type Preview,
	previewSchema,
	type Settings,
	settingsSchema,
} from '@/lib/model';
import { checked } from './checked';
import type { Batch } from './store';
import { copyMessage } from './stored-message';

/** A batch after it was checked and copied; of what was given twice the last one. */
export interface CheckedBatch {
	removedChats: ReadonlySet<string>;
	chats: ReadonlyMap<string, Chat>;
	/** By chat key. */
	previews: ReadonlyMap<string, Preview | null>;
	/** By chat and message key. */
	messages: ReadonlyMap<string, ReadonlyMap<string, Message>>;
	settings: Settings | null;
}

export const emptyBatch: CheckedBatch = {
	removedChats: new Set(),
	chats: new Map(),
	previews: new Map(),
	messages: new Map(),
	settings: null,
};

/** Throws at what does not fit its schema, naming only the place. */
export function checkBatch(batch: Batch): CheckedBatch {
	return {
		removedChats: new Set(batch.removedChats),
		chats: new Map(batch.chats?.map((chat) => [chat.key, checked(chatSchema, chat)])),
		previews: new Map(
			batch.previews?.map(({ chatKey, preview }) => [
				chatKey,
				preview && checked(previewSchema, preview),
			]),
		),
		messages: groupMessages(batch),
		settings: batch.settings ? checked(settingsSchema, batch.settings) : null,
	};
}

/** Whether a batch would change anything. */
export function isEmptyBatch({
	chats,
	previews,
	messages,
	removedChats,
	settings,
}: Batch): boolean {
	const isAny = [chats, previews, messages, removedChats].some(
		(records) => records !== undefined && records.length > 0,
	);
	return !settings && !isAny;
}

function groupMessages(batch: Batch): Map<string, Map<string, Message>> {
	const groups = new Map<string, Map<string, Message>>();
	for (const { chatKey, messages } of batch.messages ?? []) {
		if (messages.length === 0) continue;
		const group = groups.get(chatKey) ?? new Map<string, Message>();
		groups.set(chatKey, group);
		for (const message of messages) group.set(message.key, copyMessage(message));
	}
	return groups;
}
