import type { Bytes } from '@/lib/vault/bytes';
import { announceCommit } from './announce-commit';
import { type Database, type Durability, kvKeys } from './database';
import type { TableName } from './format';
import { standingCommit } from './kv';
import { prefixRange, rowKeyBytes } from './row-key';

/** Rows as they are written: all sealing comes before, since awaiting WebCrypto ends a transaction. */
export interface Writes {
	/** The row of the commit itself. */
	commit: Bytes;
	kv?: ReadonlyMap<string, unknown>;
	removedKv?: readonly string[];
	/** By row key. */
	tails?: ReadonlyMap<string, Bytes>;
	removedTails?: readonly string[];
	pages?: ReadonlyMap<string, Bytes>;
	removedPages?: readonly string[];
	/** First halves of row keys: all pages of whole buckets go. */
	removedPrefixes?: readonly string[];
	due?: ReadonlyMap<number, Bytes>;
	removedDue?: readonly number[];
	durability: Durability;
}

/**
 * Writes in one transaction, if the store still stands at `expected` (`null`: if nothing was
 * ever stored). Resolves on `complete`; `false` if another commit came first and nothing was
 * written. Not through Dexie: that would cost as much again as what a capture writes.
 */
export async function commit(
	database: Database,
	expected: string | null,
	writes: Writes,
): Promise<boolean> {
	const backend = await database.backend();
	const isWritten = await new Promise<boolean>((resolve, reject) => {
		const transaction = backend.transaction(tablesOf(writes), 'readwrite', {
			durability: writes.durability,
		});
		let isOvertaken = false;
		let failure: unknown = null;
		transaction.oncomplete = () => resolve(true);
		transaction.onabort = () =>
			isOvertaken ? resolve(false) : reject(failure ?? transaction.error);
		const attempt = (job: () => void) => {
			try {
				job();
			} catch (error) {
				failure = error;
				transaction.abort();
			}
		};
		const kv = transaction.objectStore('kv');
		const format = kv.get(kvKeys.format);
		const standing = kv.get(kvKeys.commit);
		standing.onsuccess = () =>
			attempt(() => {
				const name = standingCommit(format.result, standing.result);
				isOvertaken = (name?.commit ?? null) !== expected;
				if (isOvertaken) transaction.abort();
			});
		// Asked for at once: waiting for what was read would cost as much as writing does.
		attempt(() => writeRows(transaction, writes));
	});
	if (isWritten) announceCommit(backend.name);
	return isWritten;
}

function writeRows(transaction: IDBTransaction, writes: Writes): void {
	const kv = transaction.objectStore('kv');
	kv.put(writes.commit, kvKeys.commit);
	for (const [key, value] of writes.kv ?? []) kv.put(value, key);
	for (const key of writes.removedKv ?? []) kv.delete(key);
	const { tails, removedTails, pages, removedPages, removedPrefixes, due, removedDue } = writes;
	changeRows(transaction, 'tail', byBytes(tails), removedTails?.map(rowKeyBytes));
	const ranges = removedPrefixes?.map((prefix) => IDBKeyRange.bound(...prefixRange(prefix)));
	changeRows(transaction, 'page', byBytes(pages), [
		...(removedPages ?? []).map(rowKeyBytes),
		...(ranges ?? []),
	]);
	changeRows(transaction, 'due', [...(due ?? [])], removedDue);
}

function byBytes(rows: ReadonlyMap<string, Bytes> | undefined): [Bytes, Bytes][] {
	return [...(rows ?? [])].map(([key, value]) => [rowKeyBytes(key), value]);
}

function changeRows(
	transaction: IDBTransaction,
	table: TableName,
	put: readonly [IDBValidKey, Bytes][],
	removed: readonly (IDBValidKey | IDBKeyRange)[] = [],
): void {
	if (put.length + removed.length === 0) return;
	const store = transaction.objectStore(table);
	for (const key of removed) store.delete(key);
	for (const [key, value] of put) store.put(value, key);
}

function tablesOf(writes: Writes): TableName[] {
	const isMore = Object.keys(writes).some(
		(name) => name !== 'commit' && name !== 'tails' && name !== 'durability',
	);
	return isMore ? ['kv', 'tail', 'page', 'due'] : ['kv', 'tail'];
}
