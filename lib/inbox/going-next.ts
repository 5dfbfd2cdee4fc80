import type { ChatRow } from '../model';

/** A chat of which something is to go. */
export interface GoingRow extends ChatRow {
	nextExpiryAt: number;
}

export interface GoingNext {
	/** By when the first of each goes, the next of all first. */
	going: GoingRow[];
	/** Chats with messages that no timer takes. */
	staying: ChatRow[];
}

/** What of the list goes next, and what stays. */
export function goingNext(rows: readonly ChatRow[], now: number): GoingNext {
	const going: GoingRow[] = [];
	const staying: ChatRow[] = [];
	for (const row of rows) {
		const { nextExpiryAt } = row;
		if (nextExpiryAt !== null && nextExpiryAt > now) going.push({ ...row, nextExpiryAt });
		else if (nextExpiryAt === null && (row.messageCount > 0 || row.preview)) staying.push(row);
	}
	return { going: going.sort((a, b) => a.nextExpiryAt - b.nextExpiryAt), staying };
}
