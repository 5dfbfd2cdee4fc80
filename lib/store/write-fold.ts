import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Bytes } from '@/lib/vault/bytes';
import type { Vault } from '@/lib/vault/vault';
import type { Access, Step } from './access';
import type { Bucket } from './bucket';
import { type CellRef, refName, withRef } from './cell-ref';
import { changeLists } from './change-lists';
import { copyName, kvKeys, twice } from './database';
import { type BucketEntry, type ChatEntry, type Dir, sealDir } from './dir';
import { sealDueRow } from './due-rows';
import type { Folded } from './fold-plan';
import { newCommit } from './kv';
import { sealPage } from './page';
import {
	entryOf,
	type PageEntry,
	type PageLists,
	sealLists,
	shardCount,
	shardName,
} from './page-lists';
import { protectionCells, type Renewal, renewedRows, withDoomed } from './protection';
import { newPageKey, newPrefix } from './row-key';
import { removedEntries, settleBuckets } from './settle-buckets';
import { type Base, cellsTaken, type Snapshot } from './snapshot';
import { stateOf } from './state';
import { sealView } from './view';

export interface FoldTarget {
	folded: Folded;
	/** Makes the vault key under which everything is sealed anew; `null` stays with the one there is. */
	renewal: Renewal | null;
	/** Whether the job is done only once what went is effaced, and waits for the disk. */
	isUrgent: boolean;
}

/**
 * Takes cells, seals everything that a fold changes, and says what is to be written. The
 * view gets a new cell each time; where names or words went before their time, dir does too,
 * and all lists of pages must have been read.
 */
export async function writeFold(
	access: Access,
	snapshot: Snapshot,
	{ folded, renewal, isUrgent }: FoldTarget,
): Promise<Step> {
	const { base, state } = snapshot;
	const isDirMoved = renewal !== null || folded.isAnyWithdrawn;
	const held = new Map([...state.buckets].filter(([bucket]) => !folded.deadBuckets.has(bucket)));
	const newBuckets = bucketsOf(folded).filter((bucket) => !held.has(bucket));
	const cellless = [...folded.chats.values()].filter(({ cell }) => cell === null);
	const count =
		1 + Number(isDirMoved) + Number(renewal !== null) + newBuckets.length + cellless.length;
	const fresh = await access.pool.take(count, cellsTaken(snapshot));
	const nextCell = () => {
		const cell = fresh.shift();
		if (!cell) throw new Error('a cell for each');
		return cell;
	};

	const renewed = renewal && (await renewal(base.vault, nextCell()));
	const vault = renewed?.vault ?? base.vault;
	const cells = {
		dir: isDirMoved ? nextCell().ref : base.cells.dir,
		view: nextCell().ref,
	};
	for (const bucket of newBuckets)
		held.set(bucket, { cell: nextCell().ref, prefix: newPrefix(), pages: 0 });
	const chats = new Map(
		[...folded.chats].map(([chatKey, { chat, cell }]): [string, ChatEntry] => [
			chatKey,
			{ chat, cell: cell ?? nextCell().ref },
		]),
	);

	const pages = await sealPages(access, vault, { folded, chats, buckets: held });
	const added = [...pages.entries.values()].flat();
	const dead = [...state.buckets].filter(([bucket]) => folded.deadBuckets.has(bucket));
	const { kept, dropped } = settleBuckets(new Map([...held, ...dead]), folded, added);
	const doomed = uniqueRefs([
		...folded.doomed,
		...[...dropped.values()].map(({ cell }) => cell),
		base.cells.view,
		...(isDirMoved ? [base.cells.dir] : []),
		...(renewed ? protectionCells(base.protection) : []),
	]);
	const dir: Dir = {
		chats,
		buckets: kept,
		settings: folded.settings,
		viewCell: cells.view,
		doomed,
	};
	const changed = changeLists(base.lists, folded, pages.entries);
	const { name, row } = newCommit(null);
	const protection = withDoomed(renewed?.protection, doomed) ?? base.protection;
	const after: Base = {
		name: name.base,
		vault,
		protection,
		boxKeys: renewed ? [renewed.boxKey, renewed.boxKey] : base.boxKeys,
		dayCells: base.dayCells,
		cells,
		dir,
		view: { previews: folded.previews, counts: folded.counts },
		isViewRead: true,
		lists: new Map([...base.lists, ...changed]),
	};
	const shards = isDirMoved ? Array.from({ length: shardCount }, (_, n) => n) : [...changed.keys()];
	const { kv, removedKv } = await sealKv(access, after, shards);
	const rows = renewed && renewedRows(renewed, protection);
	for (const [key, value] of rows?.kv ?? []) kv.set(key, value);
	const removed = removedEntries(folded);
	return {
		writes: {
			commit: row,
			kv,
			removedKv: [...removedKv, ...(rows?.removedKv ?? [])],
			removedTails: [...snapshot.tails.map(({ key }) => key), ...snapshot.lostTails],
			pages: pages.rows,
			removedPages: removed.filter(({ bucket }) => !dropped.has(bucket)).map(({ key }) => key),
			removedPrefixes: [...dropped.values()]
				.filter((entry) => entry.pages > 0)
				.map(({ prefix }) => prefix),
			due: await sealDue(vault, newBuckets, kept),
			removedDue: [...dropped.keys()].filter((bucket) => bucket !== 'eternal'),
			durability: isUrgent ? 'strict' : 'relaxed',
		},
		after: {
			commit: name.commit,
			base: after,
			tails: [],
			lostTails: [],
			state: stateOf(dir, after.view, []),
		},
		removedPages: removed.map(({ key }) => key),
		isTaking: true,
		doomed,
		isUrgent,
	};
}

function bucketsOf({ repaged }: Folded): Bucket[] {
	return [...new Set(repaged.flatMap(({ packed }) => packed.map(({ bucket }) => bucket)))];
}

async function sealPages(
	access: Access,
	vault: Vault,
	under: {
		folded: Folded;
		chats: ReadonlyMap<string, ChatEntry>;
		buckets: ReadonlyMap<Bucket, BucketEntry>;
	},
): Promise<{ entries: Map<string, PageEntry[]>; rows: Map<string, Bytes> }> {
	const entries = new Map<string, PageEntry[]>();
	const rows = new Map<string, Bytes>();
	const jobs = under.folded.repaged.flatMap(({ chatKey, packed }) => {
		const added: PageEntry[] = [];
		entries.set(chatKey, added);
		return packed.map(async ({ bucket, page }) => {
			const [chat, held] = [under.chats.get(chatKey), under.buckets.get(bucket)];
			if (!chat || !held) throw new Error('a page has a chat and a bucket');
			const { lifespan } = resolveTimer(chat.chat, under.folded.settings);
			const rowKey = newPageKey(held.prefix);
			const key = await access.keyring.pageKey(vault, chat.cell, held.cell);
			if (!key) throw new Error('a page hangs on living cells');
			const row = await sealPage(key, rowKey, page.bytes);
			added.push(entryOf(rowKey, bucket, page.messages, { lifespan, size: row.length }));
			rows.set(rowKey, row);
		});
	});
	await Promise.all(jobs);
	return { entries, rows };
}

/** The rows of dir, view and these lists of pages. */
async function sealKv(
	{ keyring }: Access,
	{ vault, cells, dir, view, lists }: Base,
	shards: readonly number[],
): Promise<{ kv: Map<string, unknown>; removedKv: string[] }> {
	const [dirKey, viewKey] = await Promise.all([
		keyring.dirKey(vault, cells.dir),
		keyring.viewKey(vault, cells.view),
	]);
	if (!dirKey || !viewKey) throw new Error('dir and view hang on living cells');
	const listOf = (shard: number): PageLists => {
		const list = lists.get(shard);
		if (!list) throw new Error(`the list of pages ${shard} was not read`);
		return list;
	};
	const filled = shards.filter((shard) => listOf(shard).size > 0);
	const [sealedDir, sealedView, ...sealedLists] = await Promise.all([
		sealDir(dirKey, dir),
		sealView(viewKey, view),
		...filled.map((shard) => sealLists(dirKey, shard, listOf(shard))),
	]);
	const kv = new Map<string, unknown>([
		...twice(kvKeys.dir, withRef(cells.dir, sealedDir)),
		[kvKeys.view, withRef(cells.view, sealedView)],
	]);
	filled.forEach((shard, index) => {
		const sealed = sealedLists[index];
		const rows = sealed ? twice(shardName(shard), withRef(cells.dir, sealed)) : [];
		for (const [key, row] of rows) kv.set(key, row);
	});
	const empty = shards.filter((shard) => !filled.includes(shard)).map(shardName);
	return { kv, removedKv: empty.flatMap((key) => [key, copyName(key)]) };
}

async function sealDue(
	{ rows }: Vault,
	buckets: readonly Bucket[],
	kept: ReadonlyMap<Bucket, BucketEntry>,
): Promise<Map<number, Bytes>> {
	const due = buckets.map(async (bucket): Promise<[number, Bytes][]> => {
		const entry = kept.get(bucket);
		if (bucket === 'eternal' || !entry) return [];
		return [[bucket, await sealDueRow(rows.deviceKey, bucket, entry)]];
	});
	return new Map((await Promise.all(due)).flat());
}

function uniqueRefs(refs: readonly CellRef[]): CellRef[] {
	return [...new Map(refs.map((ref) => [refName(ref), ref])).values()];
}
