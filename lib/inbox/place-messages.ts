import type { Message, Moment } from '../model';
import { isBefore } from './better-moment';

type Stored = Pick<Message, 'rank' | 'sentAt' | 'gapBefore'>;

/** A message of a window that is not refused. */
export interface Placeable {
	/** Index of the stored message that it is, `null` if it is new. */
	place: number | null;
	sentAt: Moment;
}

export interface Placement {
	/** By index in the window, for new messages. */
	added: Map<number, { rank: number; gapBefore: boolean }>;
	/** By index in what is stored: where a gap was closed, or one opened. */
	gaps: Map<number, boolean>;
}

/** New messages in a row, and the stored ones that the page shows before and after them. */
interface Run {
	items: number[];
	left: number | null;
	right: number | null;
}

/**
 * Gives new messages their ranks. The order of the page decides; where a run of new ones
 * stands next to something else than before, or apart from all that is stored, times do;
 * without times it goes to the end.
 */
export function placeMessages(stored: readonly Stored[], window: readonly Placeable[]): Placement {
	const placement: Placement = { added: new Map(), gaps: new Map() };
	closeSeenGaps(stored, window, placement);
	for (const run of findRuns(window)) {
		const sentAt = window[run.items.at(-1) ?? 0]?.sentAt;
		if (!sentAt) continue;
		const next = findSlot(stored, run, sentAt, placement);
		const ranks = spreadRanks(stored[next - 1]?.rank, stored[next]?.rank, run.items.length);
		const isApart = run.left === null && run.right === null && next > 0;
		const isAfterGap = run.left === null && run.right === next && stored[next]?.gapBefore === true;
		run.items.forEach((item, index) => {
			const gapBefore = index === 0 && (isApart || isAfterGap);
			placement.added.set(item, { rank: ranks[index] ?? 0, gapBefore });
		});
	}
	return placement;
}

function findRuns(window: readonly Placeable[]): Run[] {
	const runs: Run[] = [];
	let run: Run = { items: [], left: null, right: null };
	const finish = (right: number | null) => {
		if (run.items.length > 0) runs.push({ ...run, right });
		run = { items: [], left: right, right: null };
	};
	window.forEach(({ place }, index) => {
		if (place === null) run.items.push(index);
		else finish(place);
	});
	finish(null);
	return runs;
}

/** The index of the stored message before which a run goes. */
function findSlot(
	stored: readonly Stored[],
	{ left, right }: Run,
	sentAt: Moment,
	{ gaps }: Placement,
): number {
	if (left !== null && right !== null && left < right) {
		gaps.set(right, false);
		return right;
	}
	if (left !== null) {
		const end = endOfStretch(stored, left);
		const later = stored.findIndex(
			(message, index) => index > left && index < end && isBefore(sentAt, message.sentAt),
		);
		return later < 0 ? end : later;
	}
	if (right !== null) {
		let next = right;
		while (isBehind(stored, next, sentAt)) next -= 1;
		if (next === right) gaps.set(right, false);
		return next;
	}
	const later = stored.findIndex((message) => isBefore(sentAt, message.sentAt));
	if (later >= 0) gaps.set(later, true);
	return later < 0 ? stored.length : later;
}

/** Whether the message before a slot, in the same stretch, is certainly later. */
function isBehind(stored: readonly Stored[], next: number, sentAt: Moment): boolean {
	const before = stored[next - 1];
	return (
		before !== undefined && stored[next]?.gapBefore !== true && isBefore(sentAt, before.sentAt)
	);
}

/** The index after the last message that is known to follow without a gap. */
function endOfStretch(stored: readonly Stored[], from: number): number {
	const gap = stored.findIndex((message, index) => index > from && message.gapBefore === true);
	return gap < 0 ? stored.length : gap;
}

/** What the page shows side by side has no gap between. */
function closeSeenGaps(
	stored: readonly Stored[],
	window: readonly Placeable[],
	{ gaps }: Placement,
): void {
	window.forEach(({ place }, index) => {
		const before = window[index - 1]?.place ?? null;
		if (place !== null && before === place - 1 && stored[place]?.gapBefore) gaps.set(place, false);
	});
}

/** Ranks for a run between two neighbours, either of which may be missing. */
function spreadRanks(low: number | undefined, high: number | undefined, count: number): number[] {
	return Array.from({ length: count }, (_, index) => {
		if (low === undefined) return high === undefined ? index : high - count + index;
		if (high === undefined) return low + 1 + index;
		return low + ((high - low) * (index + 1)) / (count + 1);
	});
}
