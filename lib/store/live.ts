import { clockStart } from '@/lib/inbox/expiry';
import type { Timer } from '@/lib/model';
import { type Counted, countDue, isSpent, nothingCounted, withoutStarts } from './counts';
import { dueOf, startOf } from './page-lists';
import type { LostPage } from './pages';
import type { Snapshot } from './snapshot';
import { timerOf } from './state';

/** What a chat still shows of its messages. */
export interface Live {
	messages: number;
	/** When its next message or preview goes. */
	nextExpiryAt: number | null;
}

/**
 * What is not due of a chat, without opening anything; `null` where what is kept of its starts
 * is spent or lost. Pages that are lost cannot be shown: not counted.
 */
export function liveOf(
	snapshot: Snapshot,
	chatKey: string,
	now: number,
	lost: Iterable<LostPage>,
): Live | null {
	const { state } = snapshot;
	const timer = timerOf(state, chatKey);
	const counted = withoutReplaced(snapshot, chatKey);
	if (!snapshot.base.isViewRead || isSpent(counted, timer, now)) return null;
	const due = countDue(counted.starts, timer, now);
	const recent = [...(state.recent.get(chatKey)?.values() ?? [])].map(startOf);
	const unread = [...lost].filter(
		(one) => one.chatKey === chatKey && dueOf(one.entry, timer, now) !== 'all',
	);
	const missing = unread.reduce((sum, { entry }) => sum + entry.count, 0);
	const liveRecent = recent.filter((start) => countDue([start], timer, now) === 0);
	return {
		messages: Math.max(0, counted.count - due + liveRecent.length - missing),
		nextExpiryAt: nextExpiryAt(timer, [
			counted.starts[due],
			...liveRecent,
			...previewStart(snapshot, chatKey, now),
		]),
	};
}

/** What the pages of a chat hold, without what stands there in an older state. */
export function withoutReplaced({ base, state }: Snapshot, chatKey: string): Counted {
	const counted = base.view.counts.get(chatKey) ?? nothingCounted;
	const replaced = state.replaced.get(chatKey);
	if (!replaced) return counted;
	return withoutStarts(
		counted,
		[...replaced.values()].map(({ start }) => start),
	);
}

export function previewStart({ state }: Snapshot, chatKey: string, now: number): number[] {
	const preview = state.previews.get(chatKey);
	if (!preview) return [];
	const start = clockStart(preview.sentAt, preview.firstSeenAt);
	return countDue([start], timerOf(state, chatKey), now) === 0 ? [start] : [];
}

/** When the first of these goes. */
export function nextExpiryAt(timer: Timer, starts: readonly (number | undefined)[]): number | null {
	if (timer === 'off') return null;
	const known = starts.filter((start) => start !== undefined);
	return known.length > 0 ? known.reduce((a, b) => Math.min(a, b)) + timer : null;
}
