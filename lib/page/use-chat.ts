import { useState } from 'preact/hooks';
import type { ShownMessage } from '@/lib/model';
import type { Store } from '@/lib/store/store';
import { useLive } from './use-live';
import type { StoreProblem } from './use-store';

interface LoadedChat {
	chatKey: string;
	/** Oldest first. */
	messages: ShownMessage[];
	pages: number;
	hasOlder: boolean;
}

interface OpenChat {
	messages: ShownMessage[];
	hasOlder: boolean;
	isLoading: boolean;
	problem: StoreProblem | null;
	loadOlder: () => void;
}

/**
 * One chat, live: its newest page first, older ones on demand, as far back as a found
 * message needs. `null` while no chat is open.
 */
export function useChat(
	store: Store | null,
	chatKey: string | null,
	foundKey: string | null,
	now: number,
): OpenChat | null {
	const [wanted, setWanted] = useState({ chatKey, pages: 1 });
	const pages = wanted.chatKey === chatKey ? wanted.pages : 1;
	const { value, problem } = useLive(
		store,
		async (opened) => (chatKey === null ? null : loadPages(opened, chatKey, pages, foundKey)),
		[chatKey, pages, foundKey],
	);
	if (chatKey === null) return null;

	const loaded = value?.chatKey === chatKey ? value : null;
	return {
		messages: (loaded?.messages ?? []).filter(
			({ expiresAt }) => expiresAt === null || expiresAt > now,
		),
		hasOlder: loaded?.hasOlder ?? false,
		isLoading: loaded === null || loaded.pages < pages,
		problem,
		loadOlder: () => setWanted({ chatKey, pages: (loaded?.pages ?? pages) + 1 }),
	};
}

async function loadPages(
	store: Store,
	chatKey: string,
	wanted: number,
	foundKey: string | null,
): Promise<LoadedChat> {
	// By key: a message that arrives between two reads moves the borders of the pages.
	const byKey = new Map<string, ShownMessage>();
	let pages = 0;
	let pageCount = 1;
	while (pages < pageCount && (pages < wanted || isMissing(byKey, foundKey))) {
		const page = await store.page(chatKey, pages, Date.now());
		for (const message of page.messages) byKey.set(message.key, message);
		pageCount = page.pageCount;
		pages += 1;
	}
	const messages = [...byKey.values()].sort((a, b) => a.rank - b.rank);
	return { chatKey, messages, pages: Math.max(pages, wanted), hasOlder: pages < pageCount };
}

const isMissing = (byKey: ReadonlyMap<string, unknown>, foundKey: string | null): boolean =>
	foundKey !== null && !byKey.has(foundKey);
