import type { Bucket } from './bucket';
import type { BucketEntry } from './dir';
import type { Folded } from './fold-plan';
import type { PageEntry } from './page-lists';

export interface SettledBuckets {
	kept: Map<Bucket, BucketEntry>;
	/** Those that hold nothing any more: their cells go before their time. */
	dropped: Map<Bucket, BucketEntry>;
}

/** Counts the pages of each bucket after a fold. The eternal one stays, empty or not. */
export function settleBuckets(
	buckets: ReadonlyMap<Bucket, BucketEntry>,
	folded: Folded,
	added: readonly PageEntry[],
): SettledBuckets {
	const counts = new Map<Bucket, number>();
	const count = (bucket: Bucket, by: number) => counts.set(bucket, (counts.get(bucket) ?? 0) + by);
	for (const { bucket } of removedEntries(folded)) count(bucket, -1);
	for (const { bucket } of added) count(bucket, 1);
	const kept = new Map<Bucket, BucketEntry>();
	const dropped = new Map<Bucket, BucketEntry>();
	for (const [bucket, entry] of buckets) {
		const pages = Math.max(0, entry.pages + (counts.get(bucket) ?? 0));
		const isKept = !folded.deadBuckets.has(bucket) && (pages > 0 || bucket === 'eternal');
		if (isKept) kept.set(bucket, { ...entry, pages });
		else dropped.set(bucket, entry);
	}
	return { kept, dropped };
}

/** The pages that a fold takes away. */
export function removedEntries({ repaged, removed }: Folded): PageEntry[] {
	return [...repaged.flatMap((chat) => chat.removed), ...removed.flatMap(({ entries }) => entries)];
}
