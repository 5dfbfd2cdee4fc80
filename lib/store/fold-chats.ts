import { isSame } from '@/lib/inbox/changes';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Lifespan, Preview, Settings } from '@/lib/model';
import type { FoldedChat, FoldPlan } from './fold-plan';
import type { Snapshot } from './snapshot';
import { lifespanOf } from './state';

export interface FoldedChats {
	settings: Settings;
	chats: Map<string, FoldedChat>;
	previews: Map<string, Preview>;
	/** Chats that go with all they hold, whether or not one with the same key takes their place. */
	removed: ReadonlySet<string>;
	/** Chats that get another cell. */
	rotated: Set<string>;
	isRetimed: boolean;
}

/** Chats, settings and previews after a batch, and which chats must be sealed anew for it. */
export function foldChats(
	{ state }: Snapshot,
	{ batch, removedMessages, isRekey }: FoldPlan,
	dead: readonly string[],
): FoldedChats {
	const removed = new Set(dead);
	for (const chatKey of batch.removedChats) if (state.chats.has(chatKey)) removed.add(chatKey);
	const settings = batch.settings ?? state.settings;
	const chats = new Map<string, FoldedChat>(state.chats);
	const previews = new Map(state.previews);
	for (const chatKey of removed) {
		chats.delete(chatKey);
		previews.delete(chatKey);
	}
	const rotated = new Set(
		[...state.rotating, ...removedMessages.keys()].filter((chatKey) => chats.has(chatKey)),
	);
	for (const chat of batch.chats.values())
		chats.set(chat.key, { chat, cell: chats.get(chat.key)?.cell ?? null });

	let isRetimed = batch.settings !== null;
	for (const [chatKey, { chat, cell }] of chats) {
		if (cell === null) continue;
		const { lifespan } = resolveTimer(chat, settings);
		const isOther = !isSame(lifespanOf(state, chatKey), lifespan);
		if (isOther || isRekey) rotated.add(chatKey);
		if (isOther) isRetimed = true;
	}
	for (const [chatKey, preview] of batch.previews) {
		if (preview === null) previews.delete(chatKey);
		else if (chats.has(chatKey)) previews.set(chatKey, preview);
	}
	return { settings, chats, previews, removed, rotated, isRetimed };
}

/** How long copies of a chat live after a fold. */
export function foldedLifespan({ chats, settings }: FoldedChats, chatKey: string): Lifespan {
	return resolveTimer(chats.get(chatKey)?.chat ?? {}, settings).lifespan;
}
