import type { Access } from './access';
import { type Bucket, bucketEndAt } from './bucket';
import type { Snapshot } from './snapshot';

export interface Dead {
	chats: readonly string[];
	buckets: ReadonlySet<Bucket>;
}

/**
 * Chats and buckets whose cells are effaced, and buckets that have ended, whose cells are
 * being effaced: what hung on them is gone, only rows are left.
 */
export async function findDead(
	{ keyring }: Access,
	{ state }: Snapshot,
	now: number | null,
): Promise<Dead> {
	const chats = [...state.chats];
	const buckets = [...state.buckets];
	const secrets = await keyring.secrets([
		...chats.map(([, { cell }]) => cell),
		...buckets.map(([, { cell }]) => cell),
	]);
	return {
		chats: chats.filter((_, index) => secrets[index] === null).map(([chatKey]) => chatKey),
		buckets: new Set(
			buckets
				.filter(
					([bucket], index) =>
						secrets[chats.length + index] === null || (now !== null && bucketEndAt(bucket) <= now),
				)
				.map(([bucket]) => bucket),
		),
	};
}
