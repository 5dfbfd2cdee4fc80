import { useCallback, useRef, useState } from 'preact/hooks';
import { isSame } from '@/lib/inbox/changes';
import { isNewestUnseen } from '@/lib/inbox/read-to';
import { withoutDueQuote } from '@/lib/inbox/show-message';
import type { ChatRow, ShownMessage, Spot } from '@/lib/model';
import type { Store } from '@/lib/store/store';
import { findFirstUnread, findPage } from './find-page';
import type { StoreProblem } from './store-problem';
import { useLive } from './use-live';

/** Pages from the newest one that is loaded to the oldest, both included. */
interface Range {
	newest: number;
	oldest: number;
}

/** Where an opened chat begins to be read. */
export type ChatStart = { at: 'end' } | { at: 'found' | 'unread' | 'left'; key: string };

interface LoadedChat {
	chatKey: string;
	opening: number;
	/** Oldest first. */
	messages: ShownMessage[];
	range: Range;
	pageCount: number;
	start: ChatStart;
}

export interface OpenChat {
	messages: ShownMessage[];
	hasOlder: boolean;
	hasNewer: boolean;
	isLoading: boolean;
	start: ChatStart;
	problem: StoreProblem | null;
	loadOlder: () => void;
	loadNewer: () => void;
	/** Shows the newest, from wherever it is read. */
	goToEnd: () => void;
}

/** What of a chat is to be shown first. */
export interface ChatGoal {
	chatKey: string | null;
	/** A found message, which goes before all else. */
	found: Spot | null;
	/** Where it was read when it was last open. */
	left: Spot | null;
}

/** So many pages are loaded at most: whoever scrolls on leaves the other end behind. */
const mostPages = 3;
const end: ChatStart = { at: 'end' };

/**
 * One chat, live, as a window of some pages that moves as it is scrolled. It opens at a found
 * message, else where it was left, else at the first unread one, else at its end. `null`
 * while no chat is open.
 */
export function useChat(
	store: Store | null,
	{ chatKey, found, left }: ChatGoal,
	row: ChatRow | null,
	now: number,
): OpenChat | null {
	const goal = useRef({ id: '', opening: 0, unread: row?.chat ?? null, left });
	const id = `${row ? 'listed' : ''} ${chatKey} ${found?.key ?? ''}`;
	if (goal.current.id !== id) {
		// What was unread when it was opened; open, it is read at once.
		const opening = goal.current.opening + 1;
		goal.current = { id, opening, unread: row?.chat ?? null, left };
	}
	const { opening } = goal.current;
	const [wanted, setWanted] = useState<{ opening: number; range: Range; isEnd: boolean } | null>(
		null,
	);
	const located = useRef<{ opening: number; range: Range; start: ChatStart } | null>(null);
	const known = useRef<readonly ShownMessage[]>([]);
	const moved = wanted?.opening === opening ? wanted : null;

	const { value, problem } = useLive(
		store,
		async (opened) => {
			if (chatKey === null) return null;
			const at = Date.now();
			if (located.current?.opening !== opening) {
				const place = await locate(opened, chatKey, { found, ...goal.current }, at);
				located.current = { opening, ...place };
			}
			const { range, start } = located.current;
			const loaded = await loadRange(opened, chatKey, moved?.range ?? range, at);
			loaded.messages = withSame(known.current, loaded.messages);
			known.current = loaded.messages;
			return { chatKey, opening, start: moved?.isEnd ? end : start, ...loaded };
		},
		[chatKey, opening, moved?.range.newest, moved?.range.oldest],
	);
	const loaded: LoadedChat | null = value?.opening === opening ? value : null;
	const go = useCallback(
		(range: Range, isEnd = false) => setWanted({ opening, range, isEnd }),
		[opening],
	);
	if (chatKey === null) return null;

	const range = loaded?.range ?? { newest: 0, oldest: 0 };
	return {
		messages: (loaded?.messages ?? [])
			.filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
			.map((message) => withoutDueQuote(message, now)),
		hasOlder: loaded !== null && range.oldest + 1 < loaded.pageCount,
		hasNewer: range.newest > 0,
		isLoading: loaded === null || (moved !== null && !isSameRange(moved.range, range)),
		start: loaded?.start ?? end,
		problem,
		loadOlder: () => {
			const oldest = range.oldest + 1;
			go({ oldest, newest: Math.max(range.newest, oldest - mostPages + 1) });
		},
		loadNewer: () => {
			const newest = Math.max(0, range.newest - 1);
			go({ newest, oldest: Math.min(range.oldest, newest + mostPages - 1) });
		},
		goToEnd: () => go({ newest: 0, oldest: 0 }, true),
	};
}

const isSameRange = (a: Range, b: Range): boolean => a.newest === b.newest && a.oldest === b.oldest;

interface Goals {
	found: Spot | null;
	left: Spot | null;
	unread: ChatRow['chat'] | null;
}

async function locate(
	store: Store,
	chatKey: string,
	{ found, left, unread }: Goals,
	now: number,
): Promise<{ range: Range; start: ChatStart }> {
	const spot = found ?? left;
	if (spot) {
		const page = await findPage(store, chatKey, spot, now);
		return { range: around(page), start: { at: found ? 'found' : 'left', key: spot.key } };
	}
	// Where the newest was not seen, the first unread may not have been either.
	const isCounted = unread !== null && !isNewestUnseen(unread) && unread.own?.read !== true;
	const first = isCounted && (await findFirstUnread(store, chatKey, unread.unread, now));
	return first
		? { range: around(first.page), start: { at: 'unread', key: first.spot.key } }
		: { range: { newest: 0, oldest: 0 }, start: end };
}

/** With the newer page beside it, so that reading on needs no wait. */
const around = (page: number): Range => ({ newest: Math.max(0, page - 1), oldest: page });

async function loadRange(
	store: Store,
	chatKey: string,
	wanted: Range,
	now: number,
): Promise<{ messages: ShownMessage[]; range: Range; pageCount: number }> {
	// By key: a message that arrives between two reads moves the borders of the pages.
	const byKey = new Map<string, ShownMessage>();
	let pageCount = 1;
	for (
		let n = wanted.newest;
		n <= wanted.oldest && n < Math.max(pageCount, wanted.newest + 1);
		n += 1
	) {
		const page = await store.page(chatKey, n, now);
		for (const message of page.messages) byKey.set(message.key, message);
		pageCount = page.pageCount;
	}
	const messages = [...byKey.values()].sort((a, b) => a.rank - b.rank);
	return { messages, range: wanted, pageCount };
}

/** Messages that say the same as before are the same as before, and need not be drawn anew. */
function withSame(
	before: readonly ShownMessage[],
	messages: readonly ShownMessage[],
): ShownMessage[] {
	const byKey = new Map(before.map((message) => [message.key, message]));
	return messages.map((message) => {
		const last = byKey.get(message.key);
		return last && isSame(last, message) ? last : message;
	});
}
