import { type Hash, messageId, previewId } from '../ids';
import type { Chat, ChatReading, ThreadReading } from '../model';
import { signatureOf } from './identify-messages';
import { hashesOf, isRemoval, renewedRemoval } from './removed-messages';
import { markOf, markOfPreview, shortOf, withMark } from './tombstones';

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
			(message) => async (under: string) => shortOf(await hash(signatureOf(under, message))),
		),
		...(thread?.messages ?? []).flatMap(({ id }) =>
			id === null ? [] : [async (under: string) => shortOf(await hash(messageId(under, id)))],
		),
	];
	const marks = tombstones.map(markOf);
	const known = new Set(marks.flatMap((mark) => (isRemoval(mark) ? hashesOf(mark) : [mark])));
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
		tombstones: tombstones.map((tombstone) => {
			const mark = markOf(tombstone);
			const now = isRemoval(mark) ? renewedRemoval(mark, renewed) : (renewed.get(mark) ?? mark);
			return now === mark ? tombstone : withMark(tombstone, now);
		}),
	};
}
