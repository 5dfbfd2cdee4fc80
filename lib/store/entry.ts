import { clockStart } from '@/lib/inbox/expiry';
import type { Message, Timer } from '@/lib/model';
import type { TailRecord } from './record';

/** What the view knows of a record, so that counting and expiring need not open it. */
export interface RecordEntry {
	/** Row key of the record. */
	key: string;
	/** When the clock of each of its messages started, whole ms, ascending. */
	starts: number[];
}

export function entryOf(record: Pick<TailRecord, 'key' | 'messages'>): RecordEntry {
	const starts = record.messages.map(startOf).sort((a, b) => a - b);
	return { key: record.key, starts };
}

/** Rounded down, so that no copy outlives its time by a fraction. */
function startOf(message: Pick<Message, 'sentAt' | 'firstSeenAt'>): number {
	return Math.floor(clockStart(message.sentAt, message.firstSeenAt));
}

/** How many of these ascending starts are past their time: by bisection, `isExpired` for many. */
export function countDue(starts: readonly number[], timer: Timer, now: number): number {
	if (timer === 'off') return 0;
	let low = 0;
	let high = starts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? Infinity) + timer <= now) low = middle + 1;
		else high = middle;
	}
	return low;
}
