import type { Bytes } from '@/lib/vault/bytes';
import type { Standing } from '../page-source';
import type { LostPage } from '../pages';

/** So many reads are under way at once; while one is decrypted the next is read. */
const readsAtOnce = 4;
/** The first hits come from little. */
const firstBatch = 16;
const fullBatch = 64;

/**
 * Reads pages in their order and gives each batch to `take` as it comes, `null` for pages that
 * do not open. Ends early where `isWanted` says so; what was under way then is still given.
 */
export async function loadPages(
	standing: Standing,
	pages: readonly LostPage[],
	take: (batch: readonly LostPage[], bytes: readonly (Bytes | null)[]) => void,
	isWanted: () => boolean,
): Promise<void> {
	const batches = batchesOf(pages).values();
	async function readOn(): Promise<void> {
		for (const batch of batches) {
			const bytes = await standing.read(batch);
			take(batch, bytes);
			if (!isWanted()) return;
		}
	}
	await Promise.all(Array.from({ length: readsAtOnce }, readOn));
}

function batchesOf(pages: readonly LostPage[]): LostPage[][] {
	const batches: LostPage[][] = [];
	let size = firstBatch;
	for (let start = 0; start < pages.length; ) {
		batches.push(pages.slice(start, start + size));
		start += size;
		size = Math.min(2 * size, fullBatch);
	}
	return batches;
}
