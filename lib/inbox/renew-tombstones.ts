import { type Hash, previewId } from '../ids';
import type { Chat, ChatReading, ThreadReading } from '../model';
import { signatureOf } from './identify-messages';
import { markOfPreview } from './tombstones';

/** What a page shows of one chat. */
interface Shown {
	row: ChatReading | null;
	thread: ThreadReading | null;
}

/**
 * The chat with its tombstones under its present key, as far as the page shows what they are
 * of: those from before it had that key are hashed with another. The record itself where
 * none was found.
 */
export async function renewTombstones(
	chat: Chat,
	{ row, thread }: Shown,
	hash: Hash,
): Promise<Chat> {
	const { key, otherKeys = [], tombstones } = chat;
	if (otherKeys.length === 0 || tombstones.length === 0) return chat;
	const lines = row?.preview ? [row.preview] : [];
	const forms = [
		...lines.map(
			(line) => async (under: string) => markOfPreview(await hash(previewId(under, line))),
		),
		...(thread?.messages ?? []).map(
			(message) => (under: string) => hash(signatureOf(under, message)),
		),
	];
	const known = new Set(tombstones);
	const renewed = new Map<string, string>();
	for (const form of forms) {
		const former = await Promise.all(otherKeys.map(form));
		const found = former.filter((tombstone) => known.has(tombstone));
		if (found.length === 0) continue;
		const present = await form(key);
		for (const tombstone of found) renewed.set(tombstone, present);
	}
	if (renewed.size === 0) return chat;
	return {
		...chat,
		tombstones: tombstones.map((tombstone) => renewed.get(tombstone) ?? tombstone),
	};
}
