import { previewId } from '@/lib/ids';
import { earliest } from '@/lib/inbox/earliest';
import { isExpired } from '@/lib/inbox/expiry';
import { isLineOf } from '@/lib/inbox/is-line-of';
import { firstQuoteOf, withoutQuotesOf } from '@/lib/inbox/match-quotes';
import { requoted } from '@/lib/inbox/quote-expiry';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import { buryLine } from '@/lib/inbox/tombstones';
import type { CommandAnswer } from '@/lib/messaging';
import type { Message } from '@/lib/model';
import type { OpenInbox } from './open-inbox';

const done: CommandAnswer = { done: true };
const unknown: CommandAnswer = { done: false, reason: 'unknown-message' };

/** Keeps a message past its time, or no longer; what is past it by now cannot be kept. */
export async function keepMessage(
	openInbox: OpenInbox,
	chatKey: string,
	messageKey: string,
	isKept: boolean,
): Promise<CommandAnswer> {
	let isKnown = false;
	await (await openInbox()).update(async (stored) => {
		const [chats, settings, messages] = await Promise.all([
			stored.chats(),
			stored.settings(),
			stored.messages(chatKey),
		]);
		const chat = chats.find(({ key }) => key === chatKey);
		const message = messages.find(({ key }) => key === messageKey);
		const isThere =
			chat && message && !isExpired(message, resolveTimer(chat, settings).lifespan, Date.now());
		isKnown = isThere === true;
		if (!isThere || (message.kept === true) === isKept) return null;
		const { kept: _, ...rest } = message;
		const after: Message = isKept ? { ...rest, kept: true } : rest;
		const replies = requoted(messages, [after]);
		// Looked for again, since what it is of may be long past its time.
		const quotesFrom = earliest(chat.quotesFrom, firstQuoteOf(replies));
		return {
			chats: quotesFrom === chat.quotesFrom ? [] : [{ ...chat, quotesFrom }],
			messages: [{ chatKey, messages: [after, ...replies] }],
		};
	});
	return isKnown ? done : unknown;
}

/**
 * Deletes one message, the words of it that replies quote, and the last line of its chat where
 * that says the same; all are effaced when this resolves.
 */
export async function deleteMessage(
	openInbox: OpenInbox,
	chatKey: string,
	messageKey: string,
): Promise<CommandAnswer> {
	const inbox = await openInbox();
	let isKnown = false;
	await inbox.update(async (stored) => {
		const [chats, preview, messages] = await Promise.all([
			stored.chats(),
			stored.preview(chatKey),
			stored.messages(chatKey),
		]);
		const chat = chats.find(({ key }) => key === chatKey);
		const message = messages.find(({ key }) => key === messageKey);
		isKnown = message !== undefined;
		if (!chat || !message) return null;
		const replies = withoutQuotesOf(messages, ({ key }) => key === messageKey);
		const changed = { messages: [{ chatKey, messages: replies }] };
		if (!preview || !isLineOf(preview.text, message.text)) return changed;
		const line = await stored.hash(previewId(chatKey, preview.text));
		return {
			...changed,
			previews: [{ chatKey, preview: null }],
			chats: [{ ...chat, tombstones: buryLine(chat.tombstones, line) }],
		};
	});
	if (!isKnown) return unknown;
	await inbox.removeMessages(chatKey, [messageKey], Date.now());
	return done;
}

/** Starts the clocks of messages that were shown here, in a chat whose clocks run from that. */
export async function noteRead(
	openInbox: OpenInbox,
	chatKey: string,
	messageKeys: readonly string[],
): Promise<CommandAnswer> {
	const read = new Set(messageKeys);
	await (await openInbox()).update(async (stored) => {
		const chat = (await stored.chats()).find(({ key }) => key === chatKey);
		if (chat?.clock !== 'read') return null;
		const readAt = Date.now();
		const isNew = ({ side, readAt: known }: Pick<Message, 'side' | 'readAt'>) =>
			side !== 'mine' && known === undefined;
		const [messages, preview] = await Promise.all([
			stored.messages(chatKey),
			stored.preview(chatKey),
		]);
		const started = messages
			.filter((message) => read.has(message.key) && isNew(message))
			.map((message) => ({ ...message, readAt }));
		const byKey = new Map(started.map((message) => [message.key, message]));
		const current = messages.map((message) => byKey.get(message.key) ?? message);
		return {
			messages: [{ chatKey, messages: [...started, ...requoted(current, started)] }],
			previews: preview && isNew(preview) ? [{ chatKey, preview: { ...preview, readAt } }] : [],
		};
	});
	return done;
}
