import { useEffect, useMemo, useState } from 'preact/hooks';
import {
	type FoundRange,
	findRanges,
	isChatFound,
	isMessageFound,
	parseQuery,
} from '@/lib/inbox/search';
import { sortRows } from '@/lib/inbox/sort';
import type { ChatRow, InboxView, ShownMessage } from '@/lib/model';
import type { Searchable, ShownHit } from '@/lib/store/searchable';
import type { Store } from '@/lib/store/store';
import { useFollowed } from './use-followed';
import { useSearchable } from './use-searchable';
import { problemOf, type StoreProblem } from './use-store';

interface Found {
	words: readonly string[];
	/** The newest, newest first. */
	messages: readonly ShownHit[];
	/** Of all, once everything was searched. */
	count: number;
	/** Whether it was. */
	isComplete: boolean;
}

interface Search {
	names: { row: ChatRow; ranges: FoundRange[] }[];
	texts: { row: ChatRow; message: ShownMessage; ranges: FoundRange[] }[];
	moreTexts: number;
	isDone: boolean;
	problem: StoreProblem | null;
}

/** Shown at once; a longer list is better served by a longer word. */
const shownTexts = 100;
const pauseMs = 120;

const nothingFound: Found = { words: [], messages: [], count: 0, isComplete: false };

/** Names at once, texts after a pause in typing; live. `null` while nothing is searched for. */
export function useSearch(
	store: Store | null,
	inbox: InboxView | null,
	query: string,
	now: number,
): Search | null {
	const words = useMemo(() => parseQuery(query), [query]);
	const settled = useSettled(words, pauseMs);
	const searchable = useSearchable(store, words.length > 0);
	const follow = useMemo(
		() => (searchable ? (listener: () => void) => searchable.watch(listener) : null),
		[searchable],
	);
	const { value: found, error } = useFollowed(
		follow,
		async () => (searchable ? findTexts(searchable, settled) : nothingFound),
		[settled],
	);
	const problem = useMemo(() => (error === null ? null : problemOf(error)), [error]);
	const rows = inbox?.rows ?? [];

	return useMemo(() => {
		if (words.length === 0) return null;
		const byKey = new Map(rows.map((row) => [row.chat.key, row]));
		// While a longer word is scanned for, what was found before still holds if it fits it.
		const fitting = (found?.messages ?? []).flatMap(({ chatKey, message }) => {
			const row = byKey.get(chatKey);
			const isGone = message.expiresAt !== null && message.expiresAt <= now;
			if (!row || isGone || !isMessageFound(words, row.chat, message)) return [];
			return [{ row, message }];
		});
		const isDone = found?.words === words && found.isComplete;
		const count = isDone ? found.count - found.messages.length + fitting.length : fitting.length;
		return {
			names: sortRows(rows.filter((row) => isChatFound(words, row.chat))).map((row) => ({
				row,
				ranges: findRanges(words, row.chat.title),
			})),
			texts: fitting.map((hit) => ({
				...hit,
				ranges: findRanges(words, hit.message.text ?? ''),
			})),
			moreTexts: Math.max(0, count - fitting.length),
			isDone,
			problem,
		};
	}, [words, found, problem, rows, now]);
}

async function findTexts(searchable: Searchable, words: readonly string[]): Promise<Found> {
	if (searchable.problem !== null) throw searchable.problem;
	const now = Date.now();
	const { isComplete } = searchable;
	// Looking through all of it at each step of loading would slow the loading down.
	const count = isComplete ? searchable.count(words, now) : 0;
	const messages = await searchable.show(searchable.newest(words, now, shownTexts), now);
	return { words, messages, count, isComplete };
}

/** A value once it has not changed for a while. */
function useSettled<Value>(value: Value, afterMs: number): Value {
	const [settled, setSettled] = useState(value);
	useEffect(() => {
		const timer = setTimeout(setSettled, afterMs, value);
		return () => clearTimeout(timer);
	}, [value, afterMs]);
	return settled;
}
