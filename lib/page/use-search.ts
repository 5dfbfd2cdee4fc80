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
import type { Store } from '@/lib/store/store';
import { useLive } from './use-live';
import type { StoreProblem } from './use-store';

interface Found {
	words: readonly string[];
	messages: { chatKey: string; message: ShownMessage }[];
	count: number;
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
/** Sorted by time; what a scan finds beyond is only counted. */
const keptTexts = 2_000;
const pauseMs = 120;

/** Names at once, texts after a pause in typing; live. `null` while nothing is searched for. */
export function useSearch(
	store: Store | null,
	inbox: InboxView | null,
	query: string,
	now: number,
): Search | null {
	const words = useMemo(() => parseQuery(query), [query]);
	const settled = useSettled(words, pauseMs);
	const { value: found, problem } = useLive(
		store,
		(opened, signal) => scanTexts(opened, settled, signal),
		[settled],
	);
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
		const isDone = found?.words === words;
		const count = isDone ? found.count - found.messages.length + fitting.length : fitting.length;
		return {
			names: sortRows(rows.filter((row) => isChatFound(words, row.chat))).map((row) => ({
				row,
				ranges: findRanges(words, row.chat.title),
			})),
			texts: fitting.slice(0, shownTexts).map((hit) => ({
				...hit,
				ranges: findRanges(words, hit.message.text ?? ''),
			})),
			moreTexts: Math.max(0, count - shownTexts),
			isDone,
			problem,
		};
	}, [words, found, problem, rows, now]);
}

async function scanTexts(
	store: Store,
	words: readonly string[],
	signal: AbortSignal,
): Promise<Found> {
	const messages: Found['messages'] = [];
	let count = 0;
	if (words.length > 0) {
		await store.scan(Date.now(), (chat, message) => {
			if (signal.aborted) return false;
			if (!isMessageFound(words, chat, message)) return undefined;
			count += 1;
			if (messages.length < keptTexts) messages.push({ chatKey: chat.key, message });
			return undefined;
		});
	}
	messages.sort((a, b) => sentAt(b.message) - sentAt(a.message));
	return { words, messages, count };
}

/** The late end of what is known, as lists sort. */
const sentAt = ({ sentAt, firstSeenAt }: ShownMessage): number =>
	sentAt.to ?? sentAt.from ?? firstSeenAt;

/** A value once it has not changed for a while. */
function useSettled<Value>(value: Value, afterMs: number): Value {
	const [settled, setSettled] = useState(value);
	useEffect(() => {
		const timer = setTimeout(setSettled, afterMs, value);
		return () => clearTimeout(timer);
	}, [value, afterMs]);
	return settled;
}
