import type { Reading } from './access';
import type { Stored } from './store';
import { chatMessages, messagesSince } from './thread';

/** One state of the store as its callers see it. */
export function storedOf(reading: Reading): Stored {
	const { base, state } = reading.snapshot;
	const chatsOf = (isGone: boolean) =>
		[...state.chats.values()]
			.filter(({ chat }) => (chat.isGone === true) === isGone)
			.map(({ chat }) => ({ ...chat }));
	return {
		hash: base.vault.hash,
		settings: async () => ({ ...state.settings }),
		chats: async () => chatsOf(false),
		goneChats: async () => chatsOf(true),
		async preview(chatKey) {
			const preview = state.previews.get(chatKey);
			return preview ? { ...preview } : null;
		},
		async messages(chatKey, since) {
			const messages = await (since === undefined
				? chatMessages(reading, chatKey)
				: messagesSince(reading, chatKey, since));
			return messages.map((message) => ({ ...message }));
		},
	};
}
