import type { Lifespan, Message } from '@/lib/model';
import type { Reading } from './access';
import { bucketEndAt, bucketOf } from './bucket';
import type { PageEntry } from './page-lists';
import { startOf } from './start-of';
import { lifespanOf } from './state';
import type { Replaced } from './tail';

/** So few pages are all looked through. */
const fewPages = 8;

/** The older states of messages, where such are stored. */
export interface Older {
	/** Those that stand in pages, by message key. */
	inPages: ReadonlyMap<string, Replaced>;
	/** By message key, wherever it stands. */
	messages: ReadonlyMap<string, Message>;
}

/**
 * Finds which messages of a chat are new states of stored ones. In a long chat a message
 * is looked for where its rank or its time is: it keeps at least one of them.
 */
export async function findOlder(
	reading: Reading,
	chatKey: string,
	messages: ReadonlyMap<string, Message>,
): Promise<Older> {
	const lifespan = lifespanOf(reading.snapshot.state, chatKey);
	const entries = (await reading.lists([chatKey])).get(chatKey) ?? [];
	const recent = reading.snapshot.state.recent.get(chatKey);
	const inPages = new Map<string, Replaced>();
	const older = new Map<string, Message>();
	const wanted = entries.length <= fewPages ? entries : entriesNear(entries, messages, lifespan);
	const opened = await reading.open(wanted.map((entry) => ({ chatKey, entry })));
	opened.forEach((page, index) => {
		const entry = wanted[index];
		if (!page || !entry) return;
		for (const key of messages.keys()) {
			const message = page.byKey.get(key);
			if (!message) continue;
			inPages.set(key, { chatKey, key, page: entry.key, start: startOf(message, lifespan) });
			older.set(key, message);
		}
	});
	for (const key of messages.keys()) {
		const message = recent?.get(key);
		if (message) older.set(key, message);
	}
	return { inPages, messages: older };
}

function entriesNear(
	entries: readonly PageEntry[],
	messages: ReadonlyMap<string, Message>,
	lifespan: Lifespan,
): PageEntry[] {
	const all = [...messages.values()];
	const ranks = boundsOf(all.map(({ rank }) => rank));
	const starts = boundsOf(all.map((message) => startOf(message, lifespan)));
	return entries.filter(
		(entry) => isOverlapping(entry.ranks, ranks) || isOverlapping(entry.starts, starts),
	);
}

type Bounds = readonly [number, number];

function boundsOf(values: readonly number[]): Bounds {
	return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

export function isOverlapping(a: Bounds, b: Bounds): boolean {
	return a[0] <= b[1] && b[0] <= a[1];
}

/** Whether something of the older state must not wait for the end of its bucket. */
export function mustGo(older: Message, newer: Message, lifespan: Lifespan): boolean {
	const isWithdrawn = (a: string | null, b: string | null) => a !== null && a !== b;
	return (
		isWithdrawn(older.text, newer.text) ||
		isWithdrawn(older.quote, newer.quote) ||
		bucketEndAt(bucketOf(newer, lifespan)) < bucketEndAt(bucketOf(older, lifespan))
	);
}
