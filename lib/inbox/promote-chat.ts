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
	// What is left of one that went says nothing against one that is there.
	const isOnlyAbsorbed = proven?.isGone && !absorbed.isGone;
	const { isGone: _, ...merged } = isOnlyAbsorbed
		? { ...proven, ...absorbed }
		: { ...absorbed, ...proven };
	return {
		...merged,
		key,
		...(absorbed.isGone && (proven === null || proven.isGone) ? { isGone: true } : {}),
		...latest('expiredThrough', absorbed, proven),
		...latest('ownExpiredThrough', absorbed, proven),
		...latest('deletedThrough', absorbed, proven),
		tombstones: [...absorbed.tombstones, ...(proven?.tombstones ?? [])].slice(-tombstoneLimit),
		...(timer === undefined ? {} : { timer }),
		...(absorbed.own || proven?.own ? { own: { ...absorbed.own, ...proven?.own } } : {}),
		...(aliases.length > 0 ? { aliases } : {}),
		otherKeys: otherKeys.filter((other) => other !== key),
	};
}

function latest(
	field: 'expiredThrough' | 'ownExpiredThrough' | 'deletedThrough',
	...chats: readonly (Chat | null)[]
): Partial<Chat> {
	const times = chats.map((chat) => chat?.[field]).filter((at) => at !== undefined);
	return times.length > 0 ? { [field]: Math.max(...times) } : {};
}

function joined(...lists: readonly (readonly string[] | undefined)[]): string[] {
	return [...new Set(lists.flatMap((list) => list ?? []))];
}
