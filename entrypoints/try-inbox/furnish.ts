import { accountId, chatId, type Hash, messageId, messageSignature } from '@/lib/ids';
import type { Chat, Message, Moment, Network, Preview } from '@/lib/model';
import type { Batch } from '@/lib/store/store';

/** One message: who wrote it (`me` is oneself), what, and what is special about it. */
export type Line = readonly [from: string, text: string, special?: Partial<Message>];

/** A chat in few words. */
export interface Furniture {
	network: Network;
	title: string;
	/** Whose it is, where that is not the person's one account on its network. */
	account?: string;
	/** When its last line was written. */
	minutesAgo: number;
	lines: readonly Line[];
	chat?: Partial<Chat>;
	/** Its list's line, where that is not the last one of `lines`. */
	preview?: Partial<Preview> | null;
}

const minuteMs = 60_000;
const exactly = (at: number): Moment => ({ from: at, to: at, precision: 'exact' });

/** The records that a store holds of these chats. */
export async function furnish(
	chats: readonly Furniture[],
	hash: Hash,
	now: number,
): Promise<Batch> {
	const made = await Promise.all(chats.map((furniture) => makeChat(furniture, hash, now)));
	return {
		chats: made.map(({ chat }) => chat),
		previews: made.map(({ chat, preview }) => ({ chatKey: chat.key, preview })),
		messages: made.map(({ chat, messages }) => ({ chatKey: chat.key, messages })),
	};
}

async function makeChat(furniture: Furniture, hash: Hash, now: number) {
	const { network, title, lines, account = 'mara' } = furniture;
	const key = await hash(chatId(network, account, title));
	const lastAt = now - furniture.minutesAgo * minuteMs;
	const messages = await Promise.all(
		lines.map(async (line, index) => {
			// Quick answers, and now and then an hour in between.
			const later = lines.length - 1 - index;
			const at = lastAt - later * 3 * minuteMs - Math.floor(later / 6) * 160 * minuteMs;
			return makeMessage(line, key, index, at, hash);
		}),
	);
	const last = messages.at(-1);
	const isMine = last?.side === 'mine';
	const chat: Chat = {
		key,
		network,
		account: await hash(accountId(network, account)),
		nativeId: title,
		title,
		unread: 0,
		muted: false,
		pinned: false,
		archived: false,
		group: false,
		lastActivity: exactly(lastAt),
		seenAt: now - 2 * minuteMs,
		tombstones: [],
		...furniture.chat,
	};
	const preview: Preview | null =
		furniture.preview === null || (last === undefined && furniture.preview === undefined)
			? null
			: {
					text: last?.text ?? '',
					side: isMine ? 'mine' : 'theirs',
					sender: isMine ? null : (last?.sender ?? null),
					sentAt: exactly(lastAt),
					firstSeenAt: lastAt,
					...furniture.preview,
				};
	return { chat, preview, messages };
}

async function makeMessage(
	[from, text, special]: Line,
	chatKey: string,
	index: number,
	at: number,
	hash: Hash,
): Promise<Message> {
	const side = from === 'me' ? 'mine' : 'theirs';
	const sender = from === 'me' ? null : from;
	return {
		key: await hash(messageId(chatKey, `${index}`)),
		rank: index,
		side,
		sender,
		kind: 'text',
		text,
		truncated: false,
		quote: null,
		sentAt: exactly(at),
		firstSeenAt: at,
		edited: false,
		deleted: false,
		reactions: [],
		signature: await hash(messageSignature(chatKey, side, sender, 'text', text)),
		...special,
	};
}
