import { accountId, chatId, type Hash, provisionalChatId } from '../ids';
import type { Capture, ChatReading, ThreadReading } from '../model';

/** The keys under which a chat may be stored; `null` where the page gives no such id. */
export interface ChatKeys {
	/** From the network's own id. */
	proven: string | null;
	/** From further ids of its own that this reading proves. */
	others: string[];
	/** From the id that a row goes by until then. */
	provisional: string | null;
	/** The network's own id itself. */
	nativeId: string | null;
}

export interface IdentifiedCapture {
	/** The account's key. */
	account: string;
	rows: { reading: ChatReading; keys: ChatKeys }[];
	thread: { reading: ThreadReading; keys: ChatKeys } | null;
}

/** Hashes every identity that a capture names, all at once. */
export async function identifyCapture(capture: Capture, hash: Hash): Promise<IdentifiedCapture> {
	const { network, account, chats, thread } = capture;
	const keysOf = async (
		id: string | null,
		row: string | null,
		otherIds: readonly string[] = [],
	): Promise<ChatKeys> => ({
		proven: id === null ? null : await hash(chatId(network, account, id)),
		others:
			id === null
				? []
				: await Promise.all(otherIds.map((other) => hash(chatId(network, account, other)))),
		provisional: row === null ? null : await hash(provisionalChatId(network, account, row)),
		nativeId: id,
	});
	const [accountKey, rows, threadKeys] = await Promise.all([
		hash(accountId(network, account)),
		Promise.all(
			chats.map(async (reading) => ({
				reading,
				keys: await keysOf(reading.id, reading.provisionalId, reading.otherIds),
			})),
		),
		thread && keysOf(thread.chatId, thread.provisionalId, thread.otherIds),
	]);
	return {
		account: accountKey,
		rows,
		thread: thread && threadKeys && { reading: thread, keys: threadKeys },
	};
}
