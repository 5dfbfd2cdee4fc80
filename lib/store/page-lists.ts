import { goneOnceRead } from '@/lib/inbox/removed-messages';
import { needsTombstone } from '@/lib/inbox/tombstones';
import type { Lifespan, Message } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import type { SealingKey } from '@/lib/vault/keys';
import type { Bucket } from './bucket';
import { placeOf } from './format';
import { openJson, sealJson } from './sealed-json';
import { spanMs, startOf } from './start-of';

/** What is known of a page without opening it. */
export interface PageEntry {
	/** Its row key. */
	key: string;
	bucket: Bucket;
	count: number;
	/** Bytes of its row. */
	size: number;
	/** Lowest and highest rank in it. */
	ranks: readonly [number, number];
	/** When the first and the last clock of its messages started, see `startOf`. */
	starts: readonly [number, number];
	/** What its chat must remember once its messages have expired. */
	marks: readonly Mark[];
}

/**
 * Of a message that needs a tombstone when it goes: its rank, key and signature; instead of that
 * the tombstone itself, where it is not made of the signature alone.
 */
export type Mark = readonly [rank: number, key: string, signature: string];

/** By chat key. */
export type PageLists = ReadonlyMap<string, readonly PageEntry[]>;

/** The lists lie in so many rows, so that a merge writes few of them anew. */
export const shardCount = 16;

export function shardOf(chatKey: string): number {
	let sum = 0;
	for (let index = 0; index < chatKey.length; index += 1) sum += chatKey.charCodeAt(index);
	return sum % shardCount;
}

export function shardName(shard: number): string {
	return `dir-${shard}`;
}

export function entryOf(
	key: string,
	bucket: Bucket,
	messages: readonly Message[],
	{ lifespan, size = 0 }: { lifespan: Lifespan; size?: number },
): PageEntry {
	const ranks = messages.map(({ rank }) => rank);
	const starts = messages.map((message) => startOf(message, lifespan));
	return {
		key,
		bucket,
		count: messages.length,
		size,
		ranks: [least(ranks), most(ranks)],
		starts: [least(starts), most(starts)],
		marks: marksOf(messages),
	};
}

export function marksOf(messages: readonly Message[]): Mark[] {
	return messages.flatMap((message): Mark[] => {
		const { rank, key, signature, sentAt, readAt } = message;
		if (readAt !== undefined) return [[rank, key, goneOnceRead(message, readAt)]];
		return needsTombstone(sentAt) ? [[rank, key, signature]] : [];
	});
}

/** What of a page is past its time: `some` only opening it can tell. */
export function dueOf(
	{ starts }: Pick<PageEntry, 'starts'>,
	lifespan: Lifespan,
	now: number,
): 'none' | 'some' | 'all' {
	const timer = spanMs(lifespan);
	if (starts[0] + timer > now) return 'none';
	return starts[1] + timer <= now ? 'all' : 'some';
}

type PlainEntry = [string, Bucket, number, number, number, number, number, number, ...Mark[]];
type PlainLists = [chatKey: string, entries: PlainEntry[]][];

export function sealLists(key: SealingKey, shard: number, lists: PageLists): Promise<Bytes> {
	const plain: PlainLists = [...lists].map(([chatKey, entries]) => [
		chatKey,
		entries.map(plainEntry),
	]);
	return sealJson(key, placeOf('kv', shardName(shard)), plain);
}

export async function openLists(
	key: SealingKey,
	shard: number,
	sealed: Bytes,
): Promise<Map<string, readonly PageEntry[]>> {
	const lists = await openJson<PlainLists>(key, placeOf('kv', shardName(shard)), sealed);
	return new Map(lists.map(([chatKey, entries]) => [chatKey, entries.map(pageEntry)]));
}

function plainEntry({ key, bucket, count, size, ranks, starts, marks }: PageEntry): PlainEntry {
	return [key, bucket, count, size, ...ranks, ...starts, ...marks];
}

function pageEntry([
	key,
	bucket,
	count,
	size,
	low,
	high,
	first,
	last,
	...marks
]: PlainEntry): PageEntry {
	return { key, bucket, count, size, ranks: [low, high], starts: [first, last], marks };
}

function least(values: readonly number[]): number {
	return values.reduce((a, b) => Math.min(a, b));
}

function most(values: readonly number[]): number {
	return values.reduce((a, b) => Math.max(a, b));
}
