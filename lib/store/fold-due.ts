import { previewId } from '@/lib/ids';
import { isExpired, isForgotten } from '@/lib/inbox/expiry';
import { forgottenChat } from '@/lib/inbox/gone-chats';
import { isRemoval } from '@/lib/inbox/removed-messages';
import { addTombstones, buryLine, needsPreviewTombstone, shortOf } from '@/lib/inbox/tombstones';
import type { Chat } from '@/lib/model';
import type { Vault } from '@/lib/vault/vault';
import type { Counted } from './counts';
import { type FoldedChats, foldedLifespan } from './fold-chats';
import type { Mark } from './page-lists';
import type { Repaged } from './repage';
import type { Snapshot } from './snapshot';

type Gone = Pick<Repaged, 'chatKey' | 'marks'>;

/** What went of a chat's messages is remembered by it, where a page may still show it. */
export function rememberGone({ chats }: FoldedChats, gone: readonly Gone[]): void {
	const byChat = new Map<string, Mark[]>();
	for (const { chatKey, marks } of gone)
		byChat.set(chatKey, [...(byChat.get(chatKey) ?? []), ...marks]);
	for (const [chatKey, marks] of byChat) {
		const entry = chats.get(chatKey);
		if (!entry || marks.length === 0) continue;
		const inOrder = marks.sort(([rankA, a], [rankB, b]) => rankA - rankB || (a < b ? -1 : 1));
		const tombstones = addTombstones(
			entry.chat.tombstones,
			inOrder.map(([, , mark]) => (isRemoval(mark) ? mark : shortOf(mark))),
		);
		chats.set(chatKey, { ...entry, chat: { ...entry.chat, tombstones } });
	}
}

/** What went unseen of tails: their cells were effaced by one that died, or had no other key. */
export function effacedIn({ state }: Snapshot): Gone[] {
	return [...state.gone].map(([chatKey, marks]) => ({
		chatKey,
		marks: [...marks.values()].filter((mark) => mark !== null),
	}));
}

/** The same of previews. */
export function rememberPreviews({ chats }: FoldedChats, { state }: Snapshot): void {
	for (const [chatKey, signature] of state.gonePreviews) {
		const entry = chats.get(chatKey);
		if (!entry || signature === null) continue;
		const tombstones = buryLine(entry.chat.tombstones, signature);
		chats.set(chatKey, { ...entry, chat: { ...entry.chat, tombstones } });
	}
}

/** Takes out the previews that are due; resolves with how many. */
export async function foldDuePreviews(
	folded: FoldedChats,
	vault: Vault,
	now: number,
): Promise<number> {
	const { chats, previews } = folded;
	let count = 0;
	for (const [chatKey, preview] of previews) {
		const entry = chats.get(chatKey);
		if (!entry || !isExpired(preview, foldedLifespan(folded, chatKey), now)) continue;
		previews.delete(chatKey);
		count += 1;
		if (!needsPreviewTombstone(preview)) continue;
		const signature = await vault.hash(previewId(chatKey, preview.text));
		const tombstones = buryLine(entry.chat.tombstones, signature);
		chats.set(chatKey, { ...entry, chat: { ...entry.chat, tombstones } });
	}
	return count;
}

/** Takes out the chats that end with their last copy, see `isForgotten`. */
export function forgetChats(
	folded: FoldedChats,
	counts: ReadonlyMap<string, Counted>,
	now: number,
): string[] {
	const { chats, previews, settings } = folded;
	const isEmpty = ({ key }: Chat) => !counts.has(key) && !previews.has(key);
	const forgotten = [...chats.values()]
		.filter(({ chat }) => isEmpty(chat) && isForgotten(chat, settings, now))
		.map(({ chat }) => chat.key);
	for (const chatKey of forgotten) {
		const { chat } = chats.get(chatKey) ?? {};
		chats.delete(chatKey);
		// What is left of it refuses what a page may still show, for as long as that may be.
		const shell = chat && !chat.isGone && forgottenChat(chat);
		if (shell && !isForgotten(shell, settings, now))
			chats.set(chatKey, { chat: shell, cell: null });
	}
	return forgotten;
}
