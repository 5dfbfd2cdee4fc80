import type { Access } from './access';
import type { Bucket } from './bucket';
import type { Snapshot } from './snapshot';

export interface Dead {
	chats: readonly string[];
	buckets: ReadonlySet<Bucket>;
}

/** Chats and buckets whose cells are effaced: what hung on them is gone, only rows are left. */
export async function findDead({ keyring }: Access, { state }: Snapshot): Promise<Dead> {
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
				.filter((_, index) => secrets[chats.length + index] === null)
				.map(([bucket]) => bucket),
		),
	};
}
