import { type Chat, firstTimer, type Settings } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import type { SealingKey } from '@/lib/vault/keys';
import type { Bucket } from './bucket';
import type { CellRef } from './cell-ref';
import { kvKeys } from './database';
import { placeOf } from './format';
import { openJson, sealJson } from './sealed-json';

/** A chat and the cell on which all its messages hang. */
export interface ChatEntry {
	chat: Chat;
	cell: CellRef;
}

export interface BucketEntry {
	cell: CellRef;
	/** First half of the keys of its pages, see `row-key.ts`. */
	prefix: string;
	/** How many pages it has. */
	pages: number;
}

/** Who, how, and under which cells: no message text. */
export interface Dir {
	/** By chat key. */
	chats: ReadonlyMap<string, ChatEntry>;
	buckets: ReadonlyMap<Bucket, BucketEntry>;
	settings: Settings;
	/** The cell of the view that was written with it: what stands beside the view may be damaged. */
	viewCell: CellRef;
	/** Cells that the commit which wrote this gave up: to be effaced, if that did not happen yet. */
	doomed: readonly CellRef[];
}

export function emptyDir(viewCell: CellRef): Dir {
	return {
		chats: new Map(),
		buckets: new Map(),
		settings: { defaultTimer: firstTimer },
		viewCell,
		doomed: [],
	};
}

const place = placeOf('kv', kvKeys.dir);
export type PlainRef = [index: number, generation: number];

interface PlainDir {
	chats: [chat: Chat, ...PlainRef][];
	buckets: [bucket: Bucket, index: number, generation: number, prefix: string, pages: number][];
	settings: Settings;
	viewCell: PlainRef;
	doomed: PlainRef[];
}

export const plainRef = ({ index, generation }: CellRef): PlainRef => [index, generation];
export const cellOf = ([index, generation]: PlainRef): CellRef => ({ index, generation });

export function sealDir(key: SealingKey, dir: Dir): Promise<Bytes> {
	const plain: PlainDir = {
		chats: [...dir.chats.values()].map(({ chat, cell }) => [chat, cell.index, cell.generation]),
		buckets: [...dir.buckets].map(([bucket, { cell, prefix, pages }]) => [
			bucket,
			cell.index,
			cell.generation,
			prefix,
			pages,
		]),
		settings: dir.settings,
		viewCell: plainRef(dir.viewCell),
		doomed: dir.doomed.map(plainRef),
	};
	return sealJson(key, place, plain);
}

export async function openDir(key: SealingKey, sealed: Bytes): Promise<Dir> {
	const plain = await openJson<PlainDir>(key, place, sealed);
	return {
		chats: new Map(
			plain.chats.map(([chat, index, generation]) => [
				chat.key,
				{ chat, cell: { index, generation } },
			]),
		),
		buckets: new Map(
			plain.buckets.map(([bucket, index, generation, prefix, pages]) => [
				bucket,
				{ cell: { index, generation }, prefix, pages },
			]),
		),
		settings: plain.settings,
		viewCell: cellOf(plain.viewCell),
		doomed: plain.doomed.map(cellOf),
	};
}
