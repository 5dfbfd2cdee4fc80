import type { Message } from '@/lib/model';
import type { Reading } from './access';
import type { CheckedBatch } from './checked-batch';
import { findOlder, mustGo } from './find-replaced';
import { type FoldedChats, foldedLifespan } from './fold-chats';
import type { Replaced } from './tail';

/** Messages of one chat on their way into pages. */
export interface Incoming {
	/** By message key. */
	messages: ReadonlyMap<string, Message>;
	/** By message key, those of which an older state stands in a page, also where they are effaced. */
	replaced: ReadonlyMap<string, Replaced>;
}

/**
 * What tails and a batch bring, by chat. Chats in which something of an older state must go
 * join `folded.rotated`.
 */
export async function foldIncoming(
	reading: Reading,
	batch: CheckedBatch,
	folded: FoldedChats,
): Promise<Map<string, Incoming>> {
	const { state } = reading.snapshot;
	const incoming = new Map<string, Incoming>();
	// Read together once, not chat by chat.
	await reading.lists(batch.messages.keys());
	const { recent, replaced } = state;
	const touched = [...recent.keys(), ...replaced.keys(), ...batch.messages.keys()];
	for (const chatKey of new Set(touched)) {
		if (!folded.chats.has(chatKey)) continue;
		const messages = batch.messages.get(chatKey);
		if (folded.removed.has(chatKey)) {
			if (messages) incoming.set(chatKey, { messages, replaced: new Map() });
			continue;
		}
		const older = messages && (await findOlder(reading, chatKey, messages));
		incoming.set(chatKey, {
			messages: new Map([...(recent.get(chatKey) ?? []), ...(messages ?? [])]),
			replaced: new Map([...(replaced.get(chatKey) ?? []), ...(older?.inPages ?? [])]),
		});
		const lifespan = foldedLifespan(folded, chatKey);
		for (const [key, message] of older?.messages ?? []) {
			const newer = messages?.get(key);
			if (newer && mustGo(message, newer, lifespan)) folded.rotated.add(chatKey);
		}
	}
	return incoming;
}
