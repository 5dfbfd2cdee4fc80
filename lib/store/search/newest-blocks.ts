import type { LoadedPage } from './loaded-page';
import type { BlockRange } from './match-page';

/** What of a page was not visited yet. */
interface Reached {
	loaded: LoadedPage;
	/** Its first so many blocks. */
	left: number;
	/** How many are visited next: twice as many each time, since a page that was not enough once is long. */
	step: number;
	/** Nothing in them is newer. */
	newestAt: number;
}

/**
 * Visits the blocks of all pages from the one with the newest message on, of each page as many
 * as it takes, until `isEnough` says so of how new the newest of all others is. `pages` come
 * newest first; those that do not open are passed over.
 */
export function visitNewestBlocks(
	pages: readonly LoadedPage[],
	isEnough: (newestAt: number) => boolean,
	visit: (loaded: LoadedPage, blocks: BlockRange) => void,
): void {
	/** A heap: no child is newer than its parent. */
	const heap: Reached[] = [];
	let next = 0;
	for (;;) {
		const loaded = pages[next];
		const top = heap[0];
		if (loaded && (!top || (loaded.page?.newestAt ?? Infinity) >= top.newestAt)) {
			next += 1;
			const count = loaded.page?.blocks.count ?? 0;
			if (count > 0) push(heap, reach(loaded, count, 1));
			continue;
		}
		if (!top || isEnough(top.newestAt)) return;
		const from = Math.max(top.left - top.step, 0);
		visit(top.loaded, { from, to: top.left });
		if (from > 0) sink(heap, reach(top.loaded, from, 2 * top.step));
		else {
			const last = heap.pop();
			if (last && heap.length > 0) sink(heap, last);
		}
	}
}

function reach(loaded: LoadedPage, left: number, step: number): Reached {
	const newestAt = loaded.page?.blocks.newestAt[left - 1] ?? Number.NEGATIVE_INFINITY;
	return { loaded, left, step, newestAt };
}

function push(heap: Reached[], reached: Reached): void {
	let at = heap.push(reached) - 1;
	while (at > 0) {
		const parent = (at - 1) >> 1;
		const above = heap[parent];
		if (!above || above.newestAt >= reached.newestAt) break;
		heap[at] = above;
		at = parent;
	}
	heap[at] = reached;
}

/** Puts it in the place of the top. */
function sink(heap: Reached[], reached: Reached): void {
	let at = 0;
	for (;;) {
		let child = 2 * at + 1;
		if (
			(heap[child + 1]?.newestAt ?? Number.NEGATIVE_INFINITY) > (heap[child]?.newestAt ?? Infinity)
		) {
			child += 1;
		}
		const below = heap[child];
		if (!below || below.newestAt <= reached.newestAt) break;
		heap[at] = below;
		at = child;
	}
	heap[at] = reached;
}
