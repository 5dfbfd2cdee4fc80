import { isExpired } from '@/lib/inbox/expiry';
import { showMessage } from '@/lib/inbox/show-message';
import type { ShownMessage } from '@/lib/model';
import { MovedOn } from '../moved-on';
import { type OpenPage, openPage } from '../page-codec';
import type { Standing } from '../page-source';
import type { LostPage } from '../pages';
import type { Hit } from './newest-hits';

export interface ShownHit {
	chatKey: string;
	message: ShownMessage;
}

/**
 * Makes found messages as they are shown, reading their pages once more: what is searched has
 * neither ids nor capitals. The pages of the last answer are kept, since most of the next is
 * the same. Without messages that are gone, and those that are due at `now`.
 */
export function createShowing() {
	let kept = new Map<string, OpenPage>();

	async function openPages(
		standing: Standing,
		keys: ReadonlySet<string>,
	): Promise<Map<string, OpenPage>> {
		const pages = new Map<string, OpenPage>();
		const missing: LostPage[] = [];
		for (const page of standing.pages) {
			const { key } = page.entry;
			const known = kept.get(key);
			if (known && keys.has(key)) pages.set(key, known);
			else if (keys.has(key)) missing.push(page);
		}
		const found = missing.length === 0 ? [] : await readIfThere(standing, missing);
		for (const [index, { entry }] of missing.entries()) {
			const bytes = found[index];
			if (bytes) pages.set(entry.key, openPage(bytes));
		}
		kept = pages;
		return pages;
	}

	return {
		async show(standing: Standing, hits: readonly Hit[], now: number): Promise<ShownHit[]> {
			const stored = hits.filter(({ recent }) => recent === null);
			const pages = await openPages(standing, new Set(stored.map(({ pageKey }) => pageKey)));
			return hits.flatMap(({ chatKey, pageKey, index, recent }): ShownHit[] => {
				const message = recent ?? pages.get(pageKey)?.message(index);
				const lifespan = standing.chats.get(chatKey)?.lifespan;
				if (!message || lifespan === undefined || isExpired(message, lifespan, now)) return [];
				const latest = standing.recent.get(chatKey)?.get(message.key) ?? message;
				if (latest !== message) return [];
				return [{ chatKey, message: showMessage(message, lifespan, now) }];
			});
		},
		free() {
			kept = new Map();
		},
	};
}

async function readIfThere(standing: Standing, pages: readonly LostPage[]) {
	try {
		return await standing.read(pages);
	} catch (error) {
		// What follows the store will find anew what stands there now.
		if (error instanceof MovedOn) return [];
		throw error;
	}
}
