import type { Chat } from '../model';

/**
 * The record of a chat whose provisional one was proven to be it. What the user set on
 * either stays, on the proven one first. Tombstones are hashed with the old key and end.
 */
export function promoteChat(provisional: Chat, proven: Chat | null, key: string): Chat {
	const timer = proven?.timer ?? provisional.timer;
	return {
		...provisional,
		tombstones: [],
		...proven,
		key,
		...(timer === undefined ? {} : { timer }),
		aliases: [
			...new Set([...(provisional.aliases ?? []), ...(proven?.aliases ?? []), provisional.key]),
		],
	};
}
