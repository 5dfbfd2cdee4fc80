import { type Hash, previewId } from '../ids';
import type { Chat, Message, Preview } from '../model';
import { isUndecided, shellOf } from './gone-chats';
import { removalOf } from './removed-messages';
import { addTombstones, buryLine, buryMessages } from './tombstones';

/** What is stored of a chat that is to be deleted; of a long one the newest messages do. */
export interface Deleted {
	chat: Chat;
	preview: Preview | null;
	messages: readonly Message[];
}

/** What stays of a chat that is deleted at `now`, so that no page brings it back. */
export async function deleteChat(
	{ chat, preview, messages }: Deleted,
	hash: Hash,
	now: number,
): Promise<Chat> {
	// What is there was sent by now, also where the clock is slow.
	const sentAts = [...messages, ...(preview ? [preview] : [])].map(
		({ sentAt }) => sentAt.from ?? 0,
	);
	const through = sentAts.reduce((a, b) => Math.max(a, b), now);
	const removals = messages.flatMap((message, index) =>
		isUndecided(message, through) ? [removalOf(messages, index, through)] : [],
	);
	const buried = addTombstones(buryMessages(chat.tombstones, messages), removals);
	const tombstones = preview
		? buryLine(buried, await hash(previewId(chat.key, preview.text)))
		: buried;
	return { ...shellOf({ ...chat, tombstones, seenAt: now }), deletedThrough: through };
}
