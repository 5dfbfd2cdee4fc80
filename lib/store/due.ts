import { clockStart, resolveTimer } from '@/lib/inbox/expiry';
import type { Timer } from '@/lib/model';
import { countDue } from './entry';
import type { Snapshot } from './snapshot';

type Stored = Pick<Snapshot, 'dir' | 'view'>;

export function timerOf({ dir }: Stored, chatKey: string): Timer {
	return resolveTimer(dir.chats.get(chatKey) ?? {}, dir.settings).timer;
}

/** What a chat still shows of its messages, without opening them. */
export interface LiveCount {
	messages: number;
	/** When its next message or preview goes. */
	nextExpiryAt: number | null;
}

/** Counts what of a chat is not due. Records under `unreadable` cannot be shown: not counted. */
export function countLive(
	stored: Stored,
	chatKey: string,
	now: number,
	unreadable: ReadonlySet<string>,
): LiveCount {
	const timer = timerOf(stored, chatKey);
	let messages = 0;
	let earliest = Number.POSITIVE_INFINITY;
	for (const { key, starts } of stored.view.records.get(chatKey) ?? []) {
		if (unreadable.has(key)) continue;
		const due = countDue(starts, timer, now);
		messages += starts.length - due;
		earliest = Math.min(earliest, starts[due] ?? Number.POSITIVE_INFINITY);
	}
	const preview = stored.view.previews.get(chatKey);
	if (preview) {
		const start = clockStart(preview.sentAt, preview.firstSeenAt);
		if (countDue([start], timer, now) === 0) earliest = Math.min(earliest, start);
	}
	const isAnyTimed = timer !== 'off' && earliest !== Number.POSITIVE_INFINITY;
	return { messages, nextExpiryAt: isAnyTimed ? earliest + timer : null };
}

const none: ReadonlySet<string> = new Set();

/** When the next copy of any chat goes; also what cannot be read goes when it is due. */
export function nextDueAt(stored: Stored, now: number): number | null {
	const chatKeys = new Set([...stored.view.records.keys(), ...stored.view.previews.keys()]);
	const times = [...chatKeys]
		.map((chatKey) => countLive(stored, chatKey, now, none).nextExpiryAt)
		.filter((at) => at !== null);
	return times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : null;
}
