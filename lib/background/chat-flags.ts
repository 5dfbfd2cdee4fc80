import { type FlagPatch, withFlags } from '@/lib/inbox/own-flags';
import type { CommandAnswer } from '@/lib/messaging';
import type { OpenInbox } from './open-inbox';

interface ChatPatch {
	chatKey: string;
	patch: FlagPatch;
}

/** Sets own flags of chats, in one commit; chats that are gone by now are passed over. */
export async function flagChats(
	openInbox: OpenInbox,
	patches: readonly ChatPatch[],
): Promise<CommandAnswer> {
	const byKey = new Map(patches.map(({ chatKey, patch }) => [chatKey, patch]));
	let isAnyKnown = false;
	await (await openInbox()).update(async (stored) => {
		const known = (await stored.chats()).filter(({ key }) => byKey.has(key));
		isAnyKnown = known.length > 0;
		return { chats: known.map((chat) => withFlags(chat, byKey.get(chat.key) ?? {})) };
	});
	return isAnyKnown ? { done: true } : { done: false, reason: 'unknown-chat' };
}
