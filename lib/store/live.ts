import { type Counted, countDue, isSpent, nothingCounted, withoutStarts } from './counts';
import { dueOf } from './page-lists';
import type { LostPage } from './pages';
import type { Snapshot } from './snapshot';
import { firstEnd, startOf } from './start-of';
import { lifespanOf } from './state';

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
	const lifespan = lifespanOf(state, chatKey);
	const counted = withoutReplaced(snapshot, chatKey);
	if (!snapshot.base.isViewRead || isSpent(counted, lifespan, now)) return null;
	const due = countDue(counted.starts, lifespan, now);
	const recent = [...(state.recent.get(chatKey)?.values() ?? [])].map((message) =>
		startOf(message, lifespan),
	);
	const unread = [...lost].filter(
		(one) => one.chatKey === chatKey && dueOf(one.entry, lifespan, now) !== 'all',
	);
	const missing = unread.reduce((sum, { entry }) => sum + entry.count, 0);
	const liveRecent = recent.filter((start) => countDue([start], lifespan, now) === 0);
	return {
		messages: Math.max(0, counted.count - due + liveRecent.length - missing),
		nextExpiryAt: firstEnd(lifespan, [
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
	const lifespan = lifespanOf(state, chatKey);
	const start = startOf(preview, lifespan);
	return countDue([start], lifespan, now) === 0 ? [start] : [];
}
