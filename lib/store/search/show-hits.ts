import { expiresAt, isExpired } from '@/lib/inbox/expiry';
import type { ShownMessage } from '@/lib/model';
import { MovedOn } from '../moved-on';
import { type OpenPage, openPage } from '../page-codec';
import type { Standing } from '../page-source';
import type { Hit } from './newest-hits';

export interface ShownHit {
	chatKey: string;
	message: ShownMessage;
}

/**
 * Found messages as they are shown, their pages read once more: what is searched has neither
 * ids nor capitals. Without those that are gone, and those that are due at `now`.
 */
export async function showHits(
	standing: Standing,
	hits: readonly Hit[],
	now: number,
): Promise<ShownHit[]> {
	const stored = hits.filter(({ recent }) => recent === null);
	const pages = await openPages(standing, new Set(stored.map(({ pageKey }) => pageKey)));
	return hits.flatMap(({ chatKey, pageKey, index, recent }): ShownHit[] => {
		const message = recent ?? pages.get(pageKey)?.message(index);
		const timer = standing.chats.get(chatKey)?.timer;
		if (!message || timer === undefined || isExpired(message, timer, now)) return [];
		const latest = standing.recent.get(chatKey)?.get(message.key) ?? message;
		if (latest !== message) return [];
		return [{ chatKey, message: { ...message, expiresAt: expiresAt(message, timer) } }];
	});
}

async function openPages(
	standing: Standing,
	keys: ReadonlySet<string>,
): Promise<Map<string, OpenPage>> {
	const wanted = standing.pages.filter(({ entry }) => keys.has(entry.key));
	if (wanted.length === 0) return new Map();
	const found = await standing.read(wanted).catch((error: unknown) => {
		// What follows the store will find anew what stands there now.
		if (error instanceof MovedOn) return [];
		throw error;
	});
	return new Map(
		wanted.flatMap(({ entry }, index) => {
			const bytes = found[index];
			return bytes ? [[entry.key, openPage(bytes)] as const] : [];
		}),
	);
}
