import type { Bytes } from '@/lib/vault/bytes';
import type { Connection, Database, Durability } from './database';
import { kvKeys } from './database';
import { readCommit } from './kv';
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
 * written.
 */
export function commit(
	database: Database,
	expected: string | null,
	writes: Writes,
): Promise<boolean> {
	const connection = database.connection(writes.durability);
	return connection.transaction('rw', tablesOf(connection, writes), async () => {
		const standing = await readCommit(connection);
		if ((standing?.commit ?? null) !== expected) return false;
		await Promise.all([
			connection.kv.put(writes.commit, kvKeys.commit),
			putAll(connection.kv, writes.kv, (key) => key),
			deleteAll(connection.kv, writes.removedKv),
			putAll(connection.tail, writes.tails, rowKeyBytes),
			deleteAll(connection.tail, writes.removedTails?.map(rowKeyBytes)),
			putAll(connection.page, writes.pages, rowKeyBytes),
			deleteAll(connection.page, writes.removedPages?.map(rowKeyBytes)),
			...(writes.removedPrefixes ?? []).map((prefix) =>
				connection.page
					.where(':id')
					.between(...prefixRange(prefix), true, true)
					.delete(),
			),
			putAll(connection.due, writes.due, (bucket) => bucket),
			deleteAll(connection.due, writes.removedDue),
		]);
		return true;
	});
}

function tablesOf({ kv, tail, page, due }: Connection, writes: Writes) {
	const isMore = Object.keys(writes).some(
		(name) => name !== 'commit' && name !== 'tails' && name !== 'durability',
	);
	return isMore ? [kv, tail, page, due] : [kv, tail];
}

interface Puts<Key, Value> {
	bulkPut(values: readonly Value[], keys: readonly Key[]): PromiseLike<unknown>;
}

async function putAll<Name, Key, Value>(
	table: Puts<Key, Value>,
	rows: ReadonlyMap<Name, Value> | undefined,
	keyOf: (name: Name) => Key,
): Promise<void> {
	if (!rows || rows.size === 0) return;
	await table.bulkPut([...rows.values()], [...rows.keys()].map(keyOf));
}

async function deleteAll<Key>(
	table: { bulkDelete(keys: Key[]): PromiseLike<unknown> },
	keys: readonly Key[] | undefined,
): Promise<void> {
	if (keys && keys.length > 0) await table.bulkDelete([...keys]);
}
