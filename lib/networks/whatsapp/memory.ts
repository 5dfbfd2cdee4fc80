import type { SettledOrder } from '../../model';
import type { ReadContext } from '../adapter';
import type { DatabaseReading } from './page-database';
import type { StoredNames } from './stored-names';

/** What this reader keeps between two passes over one page. */
export interface PageMemory {
	/** Whose page it was: the rest is forgotten when that changes. */
	account: string | null;
	/** The list was there once: where it is gone now, something covers it. */
	hasSeenList: boolean;
	/** Passes in a row that found nothing where something belongs. */
	barrenPasses: number;
	/** Readings of the database in a row that were behind the page, and when the last one was made. */
	laggingReadings: number;
	laggedAt: number | null;
	/** Day before month or after it, as this page has proven. */
	order: SettledOrder | null;
	/** How own messages are signed and labelled, by how often that was proven. */
	ownSenders: Map<string, number>;
	database: DatabaseReading | null;
	/** By chat id, the longest known first. */
	storedNames: Map<string, StoredNames>;
	/** An opening that has not answered yet: no second one is started beside it. */
	isDatabaseBusy: boolean;
}

const key = 'whatsapp';

/** The memory of this page and account. */
export function memoryOf(context: ReadContext, account: string | null): PageMemory {
	const known = context.memory.get(key) as PageMemory | undefined;
	if (known && (known.account === account || known.account === null)) {
		known.account = account;
		return known;
	}
	const fresh: PageMemory = {
		account,
		hasSeenList: false,
		barrenPasses: 0,
		laggingReadings: 0,
		laggedAt: null,
		order: null,
		ownSenders: new Map(),
		database: null,
		storedNames: new Map(),
		isDatabaseBusy: false,
	};
	context.memory.set(key, fresh);
	return fresh;
}

/** Whether an account was signed in when this page was read before. */
export function hadAccount(context: Pick<ReadContext, 'memory'>): boolean {
	const known = context.memory.get(key) as PageMemory | undefined;
	return known !== undefined && known.account !== null;
}
