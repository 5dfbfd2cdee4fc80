import { firstQuoteOf } from '@/lib/inbox/match-quotes';
import { quoteExpiresAt } from '@/lib/inbox/quote-expiry';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Chat, Message, Settings } from '@/lib/model';
import type { Store } from '@/lib/store/store';

/**
 * Takes the words of what is due out of the replies that quote it, and effaces them. Reads only
 * chats of which a quote is due.
 */
export async function forgetQuotes(inbox: Store, now: number): Promise<void> {
	let isAny = false;
	await inbox.update(async (stored) => {
		const [chats, settings] = await Promise.all([stored.chats(), stored.settings()]);
		const due = chats.filter((chat) => isAnyDue(chat, settings, now));
		isAny = due.length > 0;
		if (!isAny) return null;
		const changes = due.map(async (chat) => {
			const messages = await stored.messages(chat.key);
			const { lifespan } = resolveTimer(chat, settings);
			const isGone = ({ quote, quoteOf }: Message): boolean => {
				const end = quote !== null && quoteOf ? quoteExpiresAt(quoteOf, lifespan) : null;
				return end !== null && end <= now;
			};
			const left = messages.map((message) =>
				isGone(message) ? { ...message, quote: null } : message,
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

/** Never `false` where one is; what nobody has read yet may seem to be. */
function isAnyDue({ quotesFrom, ...chat }: Chat, settings: Settings, now: number): boolean {
	if (quotesFrom === undefined) return false;
	const { lifespan } = resolveTimer(chat, settings);
	const oldest = { key: '', startAt: quotesFrom, readAt: quotesFrom };
	return (quoteExpiresAt(oldest, lifespan) ?? Number.POSITIVE_INFINITY) <= now;
}
