import {
	hasOperators,
	isChatSearched,
	isFound,
	type SearchQuery,
	type SearchScope,
} from '@/lib/inbox/query';
import type { Chat, ChatRow } from '@/lib/model';
import type { Searchable, ShownHit } from '@/lib/store/searchable';
import type { Store } from '@/lib/store/store';

export interface FoundTexts {
	/** The newest, newest first. */
	messages: readonly ShownHit[];
	/** Of all; `null` where there are more than were looked at. */
	count: number | null;
	/** Whether all was searched. */
	isComplete: boolean;
}

interface Asked {
	store: Store;
	searchable: Searchable;
	rows: readonly ChatRow[];
	query: SearchQuery;
	scope: SearchScope;
	now: number;
}

/** Shown at once; a longer list is better served by a longer word. */
export const shownTexts = 100;
/** What only a look at each message can tell is asked of so many at first, then of more. */
const firstLook = 400;
const mostLooks = 100_000;

/** The newest messages that are found; nothing that is due at `now`. */
export async function findTexts(asked: Asked): Promise<FoundTexts> {
	const { searchable, query, scope, rows } = asked;
	if (searchable.problem !== null) throw searchable.problem;
	const isNarrow = scope.chatKey !== undefined || scope.network !== undefined;
	const chats = new Map(
		rows
			.filter(({ chat }) => isChatSearched(chat, query, scope))
			.map(({ chat }) => [chat.key, chat]),
	);
	if (query.words.length === 0) return findWithoutWords(asked, chats);
	if (!isNarrow && !hasOperators(query)) return findWords(asked);
	return findAmongHits(asked, chats);
}

async function findWords({ searchable, query: { words }, now }: Asked): Promise<FoundTexts> {
	const { isComplete } = searchable;
	// Looking through all of it at each step of loading would slow the loading down.
	const count = isComplete ? searchable.count(words, now) : null;
	const messages = await searchable.show(searchable.newest(words, now, shownTexts), now);
	return { messages, count, isComplete };
}

/** Looks at the newest with these words, and at more of them until enough are found. */
async function findAmongHits(
	{ searchable, query, now }: Asked,
	chats: ReadonlyMap<string, Chat>,
): Promise<FoundTexts> {
	const { isComplete } = searchable;
	const only = new Set(chats.keys());
	let looked = 0;
	const found: ShownHit[] = [];
	for (let limit = firstLook; ; limit *= 4) {
		const hits = searchable.newest(query.words, now, limit, only);
		for (const hit of await searchable.show(hits.slice(looked), now)) {
			const chat = chats.get(hit.chatKey);
			if (chat && isFound(query, chat, hit.message)) found.push(hit);
		}
		looked = hits.length;
		const isAll = hits.length < limit;
		if (isAll || found.length > shownTexts || limit >= mostLooks) {
			return {
				messages: found.slice(0, shownTexts),
				count: isAll && isComplete ? found.length : null,
				isComplete,
			};
		}
	}
}

/** By operators alone: there is no word to look up, so messages are looked through. */
async function findWithoutWords(
	{ store, query, now }: Asked,
	chats: ReadonlyMap<string, Chat>,
): Promise<FoundTexts> {
	const found: ShownHit[] = [];
	await store.scan(now, (stored, message) => {
		const chat = chats.get(stored.key);
		if (chat && isFound(query, chat, message)) found.push({ chatKey: stored.key, message });
		return undefined;
	});
	found.sort((a, b) => latestOf(b) - latestOf(a));
	return { messages: found.slice(0, shownTexts), count: found.length, isComplete: true };
}

const latestOf = ({ message: { sentAt } }: ShownHit): number => sentAt.to ?? sentAt.from ?? -1;
