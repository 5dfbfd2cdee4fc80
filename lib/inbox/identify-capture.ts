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
	/** The same while the page did not tell its account. */
	formerProvisional: string | null;
	/** The network's own id itself. */
	nativeId: string | null;
}

export interface IdentifiedCapture {
	/** The account's key. */
	account: string;
	/** Key of the account that the page was taken for before; `null` where it always told. */
	takenFor: string | null;
	rows: { reading: ChatReading; keys: ChatKeys }[];
	thread: { reading: ThreadReading; keys: ChatKeys } | null;
}

/** Hashes every identity that a capture names, all at once. */
export async function identifyCapture(capture: Capture, hash: Hash): Promise<IdentifiedCapture> {
	const { network, account, takenFor, chats, thread } = capture;
	const wasTaken = takenFor !== undefined;
	const keysOf = async (
		id: string | null,
		row: string | null,
		otherIds: readonly string[] = [],
	): Promise<ChatKeys> => {
		const ids = id === null ? [] : [id, ...otherIds];
		const former = wasTaken ? ids.map((one) => chatId(network, takenFor, one)) : [];
		const [proven = null, ...others] = await Promise.all(
			[...ids.map((one) => chatId(network, account, one)), ...former].map(hash),
		);
		return {
			proven,
			others,
			provisional: row === null ? null : await hash(provisionalChatId(network, account, row)),
			formerProvisional:
				row === null || !wasTaken ? null : await hash(provisionalChatId(network, takenFor, row)),
			nativeId: id,
		};
	};
	const [accountKey, formerKey, rows, threadKeys] = await Promise.all([
		hash(accountId(network, account)),
		wasTaken ? hash(accountId(network, takenFor)) : null,
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
		takenFor: formerKey,
		rows,
		thread: thread && threadKeys && { reading: thread, keys: threadKeys },
	};
}
