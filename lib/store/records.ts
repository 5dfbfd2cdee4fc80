import type { Bytes } from '@/lib/vault/bytes';
import type { Connection, Database } from './database';
import { readCommit } from './kv';
import { openRecord, rowKeyBytes, rowKeyName, type TailRecord } from './record';
import type { Snapshot } from './snapshot';

/** Opened messages that are kept at most; records never change, so each is opened once. */
const keptMessages = 50_000;

export interface Records {
	/**
	 * Opens records of a snapshot. Those that cannot be read are left out and remembered.
	 * `null` if a row is gone because the store has moved on: take a new snapshot.
	 */
	load(snapshot: Snapshot, keys: readonly string[]): Promise<Map<string, TailRecord> | null>;
	remember(records: readonly TailRecord[]): void;
	/** Row keys of records that were found damaged or missing. */
	unreadable: ReadonlySet<string>;
}

export function keepRecords(database: Database): Records {
	const kept = new Map<string, TailRecord>();
	const unreadable = new Set<string>();
	let messageCount = 0;
	let prunedFor: string | null = null;

	function forget(key: string): void {
		messageCount -= kept.get(key)?.messages.length ?? 0;
		kept.delete(key);
	}

	function remember(records: readonly TailRecord[]): void {
		for (const record of records) {
			forget(record.key);
			kept.set(record.key, record);
			messageCount += record.messages.length;
		}
		for (const key of kept.keys()) {
			if (messageCount <= keptMessages) return;
			forget(key);
		}
	}

	/** What a snapshot no longer names may have expired: it does not stay in memory. */
	function prune(snapshot: Snapshot): void {
		if (prunedFor === snapshot.commit) return;
		prunedFor = snapshot.commit;
		const named = new Set<string>();
		for (const entries of snapshot.view.records.values())
			for (const entry of entries) named.add(entry.key);
		for (const key of kept.keys()) if (!named.has(key)) forget(key);
		for (const key of unreadable) if (!named.has(key)) unreadable.delete(key);
	}

	return {
		unreadable,
		remember,
		async load(snapshot, keys) {
			prune(snapshot);
			const loaded = new Map<string, TailRecord>();
			const wanted: string[] = [];
			for (const key of keys) {
				const record = kept.get(key);
				if (record) loaded.set(key, record);
				else if (!unreadable.has(key)) wanted.push(key);
			}
			if (wanted.length === 0) return loaded;

			const values = await readValues(database, snapshot.commit, wanted);
			if (values === null) return null;
			const dirKey = await snapshot.vault.dirKey();
			const open = async (key: string, index: number): Promise<TailRecord | null> => {
				const value = values[index];
				return value ? openRecord(snapshot.vault, dirKey, key, value).catch(() => null) : null;
			};
			const opened = await Promise.all(wanted.map(open));
			for (const [index, key] of wanted.entries()) {
				const record = opened[index];
				if (record) loaded.set(key, record);
				else unreadable.add(key);
			}
			remember(opened.filter((record) => record !== null));
			return loaded;
		},
	};
}

/** From so many rows on, one read of all is quicker than one read each (3 times in Chromium 156). */
const manyRows = 512;

/** `null` if a row is missing and the store no longer stands at that commit. */
function readValues(
	database: Database,
	commit: string,
	keys: readonly string[],
): Promise<(Bytes | undefined)[] | null> {
	const connection = database.connection();
	return connection.transaction('r', connection.kv, connection.tail, async () => {
		const values =
			keys.length < manyRows
				? await connection.tail.bulkGet(keys.map(rowKeyBytes))
				: await pickValues(connection, keys);
		const isComplete = values.every((value) => value !== undefined);
		return isComplete || (await readCommit(connection)) === commit ? values : null;
	});
}

async function pickValues(
	connection: Connection,
	keys: readonly string[],
): Promise<(Bytes | undefined)[]> {
	const all = connection.tail.toCollection();
	const [rowKeys, values] = await Promise.all([all.primaryKeys(), all.toArray()]);
	const byKey = new Map(rowKeys.map((rowKey, index) => [rowKeyName(rowKey), values[index]]));
	return keys.map((key) => byKey.get(key));
}
