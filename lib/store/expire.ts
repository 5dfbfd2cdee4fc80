import { isExpired } from '@/lib/inbox/expiry';
import type { Change } from './commit';
import { nextDueAt, timerOf } from './due';
import { countDue, entryOf, type RecordEntry } from './entry';
import { packRecords } from './pack';
import type { OpenedRecords } from './put';
import type { TailRecord } from './record';
import type { Snapshot } from './snapshot';
import type { Expired } from './store';

/** Row keys of the records of which any message is due: opened for what stays, and for what to remember. */
export function recordsDue(snapshot: Snapshot, now: number): string[] {
	const keys: string[] = [];
	for (const [chatKey, entries] of snapshot.view.records) {
		const timer = timerOf(snapshot, chatKey);
		for (const { key, starts } of entries) {
			if (countDue(starts, timer, now) > 0) keys.push(key);
		}
	}
	return keys;
}

/**
 * Takes out all that is due under the timers of now. A record that is wholly due goes,
 * whether it could be opened or not; one that is partly due is replaced by one with the
 * rest. `change` is `null` if nothing is due.
 */
export function expireDue(
	snapshot: Snapshot,
	opened: OpenedRecords,
	now: number,
): { change: Change | null; expired: Expired } {
	const { view } = snapshot;
	const sequence = view.sequence + 1;
	const added: TailRecord[] = [];
	const removed: string[] = [];
	const records = new Map<string, readonly RecordEntry[]>();
	let messages = 0;

	for (const [chatKey, entries] of view.records) {
		const timer = timerOf(snapshot, chatKey);
		const kept = entries.flatMap((entry): RecordEntry[] => {
			const due = countDue(entry.starts, timer, now);
			if (due === 0) return [entry];
			messages += due;
			const record = opened.get(entry.key);
			// What cannot be opened cannot be cut: its row stays until all of it is due.
			if (!record && due < entry.starts.length)
				return [{ key: entry.key, starts: entry.starts.slice(due) }];
			removed.push(entry.key);
			const rest = record?.messages.filter((message) => !isExpired(message, timer, now)) ?? [];
			const packed = packRecords(chatKey, rest, timer, sequence);
			added.push(...packed);
			return packed.map(entryOf);
		});
		if (kept.length > 0) records.set(chatKey, kept);
	}

	const previews = new Map(
		[...view.previews].filter(
			([chatKey, preview]) => !isExpired(preview, timerOf(snapshot, chatKey), now),
		),
	);
	const expiredPreviews = view.previews.size - previews.size;
	const isAnyDue = messages > 0 || expiredPreviews > 0;
	const after = { sequence, previews, records };
	return {
		change: isAnyDue ? { view: after, added, removed, durability: 'strict' } : null,
		expired: {
			messages,
			previews: expiredPreviews,
			nextDueAt: nextDueAt({ ...snapshot, view: after }, now),
		},
	};
}
