import type { MessageReading, Moment } from '../../model';
import type { ReadContext } from '../adapter';
import type { DateOrder } from '../time/context';

/** What the reader remembers between passes over one page; ends with the page. */
export interface PageMemory {
	account: string | null;
	/** Chat ids that an open row proved, by the row's provisional identity. */
	proven: Map<string, string>;
	/** Provisional identities that two chats share: never linked again. */
	ambiguous: Set<string>;
	/** The chat that address, row and header last agreed on. */
	settled: ShownChat | null;
	/** Since when they disagree. */
	unsettledSince: number | null;
	/** The last drawn part of each chat, by id: tells what arrived since. */
	threads: Map<string, SeenThread>;
	/** Whose a message is, as long as its element stays in the page. */
	authors: WeakMap<Element, Author>;
	dateOrder: DateOrder | null;
	/** Passes in a row that found no row and no message where nothing hinted at any. */
	emptyPasses: number;
	/** What the open chat shows since when, without a hole in it. */
	whole: { chatId: string; look: string; since: number } | null;
}

export interface ShownChat {
	id: string;
	header: string | null;
	row: string | null;
	/** The last messages, to notice a chat that is not drawn yet. */
	content: string;
}

export interface SeenThread {
	looks: string[];
	moments: Moment[];
	/** First reading of this chat. */
	since: number;
	/** The newest messages ever seen here. */
	tail: string[];
	/** When the newest was last seen at the end, in a visible tab; `null` if never. */
	tailSeenAt: number | null;
}

export interface Author {
	text: string | null;
	side: MessageReading['side'];
	sender: string | null;
}

const key = 'instagram';

export function recall({ memory }: ReadContext): PageMemory {
	const known = memory.get(key) as PageMemory | undefined;
	if (known) return known;
	const fresh = forgetAll(null);
	memory.set(key, fresh);
	return fresh;
}

/** Another account's page: nothing that was learned before holds. */
export function recallFor(context: ReadContext, account: string): PageMemory {
	const known = recall(context);
	if (known.account === null || known.account === account) {
		known.account = account;
		return known;
	}
	const fresh = forgetAll(account);
	context.memory.set(key, fresh);
	return fresh;
}

function forgetAll(account: string | null): PageMemory {
	return {
		account,
		proven: new Map(),
		ambiguous: new Set(),
		settled: null,
		unsettledSince: null,
		threads: new Map(),
		authors: new WeakMap(),
		dateOrder: null,
		emptyPasses: 0,
		whole: null,
	};
}
