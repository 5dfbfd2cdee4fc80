import type { Chat } from '../model';
import { tombstoneLimit } from './tombstones';

/**
 * The record of a chat after another one was proven to be it: a provisional one, or one that
 * was stored by another id. What the user set on either stays, on the proven one first.
 * Tombstones stay as they are, under the key that they were hashed with.
 */
export function promoteChat(absorbed: Chat, proven: Chat | null, key: string): Chat {
	const timer = proven?.timer ?? absorbed.timer;
	const aliases = joined(absorbed.aliases, proven?.aliases);
	const otherKeys = joined(absorbed.otherKeys, proven?.otherKeys, [absorbed.key]);
	return {
		...absorbed,
		...proven,
		key,
		tombstones: [...absorbed.tombstones, ...(proven?.tombstones ?? [])].slice(-tombstoneLimit),
		...(timer === undefined ? {} : { timer }),
		...(absorbed.own || proven?.own ? { own: { ...absorbed.own, ...proven?.own } } : {}),
		...(aliases.length > 0 ? { aliases } : {}),
		otherKeys: otherKeys.filter((other) => other !== key),
	};
}

function joined(...lists: readonly (readonly string[] | undefined)[]): string[] {
	return [...new Set(lists.flatMap((list) => list ?? []))];
}
