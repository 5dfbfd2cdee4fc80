import { deleteChat } from '@/lib/inbox/delete-chat';
import type { CommandAnswer } from '@/lib/messaging';
import { type Chat, dayMs } from '@/lib/model';
import type { OpenInbox } from './open-inbox';

/** Messages since then may have a time that does not tell whether they came before the deletion. */
const lookBackMs = 2 * dayMs;

/**
 * Deletes what is stored of chats, with their names; it is effaced when this resolves. What
 * their pages still show of them is refused from then on.
 */
export async function deleteChats(
	openInbox: OpenInbox,
	isMeant: (chat: Chat) => boolean,
): Promise<CommandAnswer> {
	await (await openInbox()).update(async (stored) => {
		const now = Date.now();
		const meant = (await stored.chats()).filter(isMeant);
		const left = meant.map(async (chat) => {
			const [preview, messages] = await Promise.all([
				stored.preview(chat.key),
				stored.messages(chat.key, now - lookBackMs),
			]);
			return deleteChat({ chat, preview, messages }, stored.hash, now);
		});
		return { removedChats: meant.map(({ key }) => key), chats: await Promise.all(left) };
	});
	return { done: true };
}
