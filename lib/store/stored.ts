import type { Reading } from './access';
import type { Stored } from './store';
import { chatMessages, messagesSince } from './thread';

/** One state of the store as its callers see it. */
export function storedOf(reading: Reading): Stored {
	const { base, state } = reading.snapshot;
	return {
		hash: base.vault.hash,
		settings: async () => ({ ...state.settings }),
		chats: async () => [...state.chats.values()].map(({ chat }) => ({ ...chat })),
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
