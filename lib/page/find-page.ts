import type { Spot, Unread } from '@/lib/model';
import type { MessagePage, Store } from '@/lib/store/store';

type Chapter = Pick<Store, 'page'>;

/** The page that holds a message, or would hold it if it is gone: pages stand in order of rank. */
export async function findPage(
	store: Chapter,
	chatKey: string,
	{ rank }: Spot,
	now: number,
): Promise<number> {
	let newest = 0;
	let oldest = (await store.page(chatKey, 0, now)).pageCount - 1;
	while (newest < oldest) {
		const middle = (newest + oldest) >> 1;
		const { messages } = await store.page(chatKey, middle, now);
		const first = messages[0];
		const last = messages.at(-1);
		if (!first || !last) return newest;
		if (rank > last.rank) oldest = Math.max(newest, middle - 1);
		else if (rank < first.rank) newest = middle + 1;
		else return middle;
	}
	return Math.max(0, newest);
}

/** Where reading goes on: the first of so many that others wrote. */
export interface FirstUnread {
	page: number;
	spot: Spot;
}

/** More than that is not read on from where it was left. */
const mostPages = 40;

/**
 * The first unread message, counted back from the newest. `null` where the count is not known,
 * or no such message is kept.
 */
export async function findFirstUnread(
	store: Chapter,
	chatKey: string,
	unread: Unread,
	now: number,
): Promise<FirstUnread | null> {
	if (typeof unread !== 'number' || unread === 0) return null;
	let left = unread;
	for (let page = 0; page < mostPages; page += 1) {
		const { messages, pageCount }: MessagePage = await store.page(chatKey, page, now);
		for (const { key, rank, side, kind } of messages.toReversed()) {
			if (side === 'mine' || kind === 'system') continue;
			left -= 1;
			if (left === 0) return { page, spot: { key, rank } };
		}
		if (page + 1 >= pageCount) return null;
	}
	return null;
}
