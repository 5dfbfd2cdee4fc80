import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
	isChatSearched,
	isFound,
	isNameFound,
	isSearch,
	parseSearch,
	type SearchQuery,
	type SearchScope,
} from '@/lib/inbox/query';
import { type FoundRange, findRanges } from '@/lib/inbox/search';
import { sortRows } from '@/lib/inbox/sort';
import type { ChatRow, InboxView, ShownMessage } from '@/lib/model';
import type { Store } from '@/lib/store/store';
import { type FoundTexts, findTexts } from './find-texts';
import { problemOf, type StoreProblem } from './store-problem';
import { useFollowed } from './use-followed';
import { useSearchable } from './use-searchable';

interface Found extends FoundTexts {
	query: SearchQuery | null;
	scope: SearchScope | null;
}

interface Search {
	names: { row: ChatRow; ranges: FoundRange[] }[];
	texts: { row: ChatRow; message: ShownMessage; ranges: FoundRange[] }[];
	/** How many were found beyond those; `null` where there are more than were looked at. */
	moreTexts: number | null;
	isDone: boolean;
	problem: StoreProblem | null;
}

const pauseMs = 120;

const everywhere: SearchScope = {};
const nothingFound: Found = {
	query: null,
	scope: null,
	messages: [],
	count: 0,
	isComplete: false,
};

/** Names at once, texts after a pause in typing; live. `null` while nothing is searched for. */
export function useSearch(
	store: Store | null,
	inbox: InboxView | null,
	typed: string,
	now: number,
	scope: SearchScope = everywhere,
): Search | null {
	const today = new Date(now).setHours(0, 0, 0, 0);
	const query = useMemo(() => parseSearch(typed, today), [typed, today]);
	const isWanted = isSearch(query);
	const settled = useSettled(query, pauseMs);
	const searchable = useSearchable(store, isWanted);
	const rows = inbox?.rows ?? [];
	const latest = useRef(rows);
	latest.current = rows;
	const follow = useMemo(
		() => (searchable ? (listener: () => void) => searchable.watch(listener) : null),
		[searchable],
	);
	const { value: found, error } = useFollowed(follow, async () => {
		if (!store || !searchable || !isSearch(settled)) return nothingFound;
		const asked = { store, searchable, rows: latest.current, query: settled, scope };
		const texts = await findTexts({ ...asked, now: Date.now() });
		return { ...texts, query: settled, scope };
	}, [settled, scope, rows.length > 0]);
	const problem = useMemo(() => (error === null ? null : problemOf(error)), [error]);

	return useMemo(() => {
		if (!isWanted) return null;
		const byKey = new Map(
			rows
				.filter(({ chat }) => isChatSearched(chat, query, scope))
				.map((row) => [row.chat.key, row]),
		);
		// While a longer word is scanned for, what was found before still holds if it fits it.
		const fitting = (found?.messages ?? []).flatMap(({ chatKey, message }) => {
			const row = byKey.get(chatKey);
			const isGone = message.expiresAt !== null && message.expiresAt <= now;
			if (!row || isGone || !isFound(query, row.chat, message)) return [];
			return [{ row, message }];
		});
		const isDone = found?.query === query && found.scope === scope && found.isComplete;
		const hidden = (found?.messages.length ?? 0) - fitting.length;
		const all = found?.count ?? null;
		const more = all === null ? null : all - hidden - fitting.length;
		return {
			names: sortRows(rows.filter(({ chat }) => isNameFound(chat, query, scope))).map((row) => ({
				row,
				ranges: findRanges(query.words, row.chat.title),
			})),
			texts: fitting.map((hit) => ({
				...hit,
				ranges: findRanges(query.words, hit.message.text ?? ''),
			})),
			moreTexts: isDone ? more && Math.max(0, more) : 0,
			isDone,
			problem,
		};
	}, [isWanted, query, scope, found, problem, rows, now]);
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
