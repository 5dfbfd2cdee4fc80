import { timerSinceSending } from '@/lib/inbox/expiry';
import { firstQuoteOf } from '@/lib/inbox/match-quotes';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Chat, Settings } from '@/lib/model';
import type { Store } from '@/lib/store/store';

/**
 * Takes the words of what is due out of the replies that quote it, and effaces them. Reads only
 * chats of which a quote is due.
 */
export async function forgetQuotes(inbox: Store, now: number): Promise<void> {
	let isAny = false;
	await inbox.update(async (stored) => {
		const [chats, settings] = await Promise.all([stored.chats(), stored.settings()]);
		const due = chats.filter(({ quotesFrom, ...chat }) => isDue(quotesFrom, chat, settings, now));
		isAny = due.length > 0;
		if (!isAny) return null;
		const changes = due.map(async (chat) => {
			const messages = await stored.messages(chat.key);
			const isGone = (startAt: number | undefined) => isDue(startAt, chat, settings, now);
			const left = messages.map((message) =>
				message.quote !== null && isGone(message.quoteOf?.startAt)
					? { ...message, quote: null }
					: message,
			);
			const changed = left.filter((message, index) => message !== messages[index]);
			const { quotesFrom: _, ...rest } = chat;
			const first = firstQuoteOf(left);
			return {
				chat: first === undefined ? rest : { ...rest, quotesFrom: first },
				messages: { chatKey: chat.key, messages: changed },
			};
		});
		const all = await Promise.all(changes);
		return { chats: all.map(({ chat }) => chat), messages: all.map(({ messages }) => messages) };
	});
	if (isAny) await inbox.merge();
}

function isDue(
	startAt: number | undefined,
	chat: Omit<Chat, 'quotesFrom'>,
	settings: Settings,
	now: number,
): boolean {
	const timer = timerSinceSending(resolveTimer(chat, settings).lifespan);
	return startAt !== undefined && timer !== 'off' && startAt + timer <= now;
}
