import type { Lifespan } from '@/lib/model';
import { spanMs } from './start-of';

/** How many of these ascending starts are past their time: by bisection, `isExpired` for many. */
export function countDue(starts: readonly number[], lifespan: Lifespan, now: number): number {
	const timer = spanMs(lifespan);
	let low = 0;
	let high = starts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? Infinity) + timer <= now) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** What the list needs of a chat's pages, so that it need not open them. */
export interface Counted {
	/** All messages in its pages. */
	count: number;
	/** The first starts of their clocks, ascending: all of them, or those that come first. */
	starts: readonly number[];
}

export const nothingCounted: Counted = { count: 0, starts: [] };

/** More starts than run out between two looks at most chats. */
export const keptStarts = 32;

/** Of all messages of a chat. */
export function countStarts(starts: readonly number[]): Counted {
	const ascending = [...starts].sort((a, b) => a - b);
	return { count: starts.length, starts: ascending.slice(0, keptStarts) };
}

/** Without messages whose clocks started then. */
export function withoutStarts(counted: Counted, gone: readonly number[]): Counted {
	const starts = [...counted.starts];
	for (const start of gone) {
		const at = starts.indexOf(start);
		if (at >= 0) starts.splice(at, 1);
	}
	return { count: counted.count - gone.length, starts };
}

/** With more messages; those that come after the last kept start are only counted. */
export function withStarts(counted: Counted, more: readonly number[]): Counted {
	const isWhole = counted.starts.length === counted.count;
	const last = counted.starts.at(-1) ?? Number.NEGATIVE_INFINITY;
	const kept = isWhole ? more : more.filter((start) => start < last);
	const starts = [...counted.starts, ...kept].sort((a, b) => a - b).slice(0, keptStarts);
	return { count: counted.count + more.length, starts };
}

/** Whether the kept starts no longer say what goes next. */
export function isSpent({ count, starts }: Counted, lifespan: Lifespan, now: number): boolean {
	return starts.length < count && countDue(starts, lifespan, now) === starts.length;
}
