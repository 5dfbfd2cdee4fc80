import { isExpired } from '@/lib/inbox/expiry';
import type { Message, Preview } from '@/lib/model';
import type { Reading } from './access';
import { type FoldedChats, foldedLifespan } from './fold-chats';
import type { FoldPlan } from './fold-plan';

/**
 * After the view was lost: the last message of a chat is its preview again. What only the
 * list of a messenger told is not here any more, and comes with its next reading.
 */
export async function rebuildPreviews(
	reading: Reading,
	folded: FoldedChats,
	{ batch, removedMessages, now }: FoldPlan,
): Promise<void> {
	if (reading.snapshot.base.isViewRead) return;
	const { chats, previews, removed } = folded;
	const bare = [...chats.keys()].filter(
		(key) => !previews.has(key) && !removed.has(key) && !batch.previews.has(key),
	);
	const lists = await reading.lists(bare);
	const pages = bare.flatMap((chatKey) => {
		const entries = [...(lists.get(chatKey) ?? [])].sort((a, b) => b.ranks[1] - a.ranks[1]);
		return entries.slice(0, 1).map((entry) => ({ chatKey, entry }));
	});
	const opened = await reading.open(pages);
	for (const chatKey of bare) {
		const nth = pages.findIndex((page) => page.chatKey === chatKey);
		const stored = new Map(opened[nth]?.byKey);
		const { state } = reading.snapshot;
		for (const key of state.replaced.get(chatKey)?.keys() ?? []) stored.delete(key);
		const recent = state.recent.get(chatKey) ?? [];
		for (const [key, message] of [...recent, ...(batch.messages.get(chatKey) ?? [])])
			stored.set(key, message);
		for (const key of removedMessages.get(chatKey)?.keys ?? []) stored.delete(key);
		const preview = previewOf([...stored.values()]);
		const isDue =
			preview && now !== null && isExpired(preview, foldedLifespan(folded, chatKey), now);
		if (preview && !isDue) previews.set(chatKey, preview);
	}
}

function previewOf(messages: readonly Message[]): Preview | null {
	const said = messages.filter(({ text, deleted }) => text !== null && !deleted);
	if (said.length === 0) return null;
	const { text, side, sender, sentAt, firstSeenAt } = said.reduce((a, b) =>
		b.rank > a.rank ? b : a,
	);
	return text === null ? null : { text, side, sender, sentAt, firstSeenAt };
}
