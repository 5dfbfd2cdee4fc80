import { type Database, kvKeys, openDatabase } from './database';
import { envelopeRows } from './envelopes';
import { outdatedFormat } from './format';
import { protectionIn, standingCommit } from './kv';
import { isSurroundings, type StorePlace, surroundingsOf } from './place';
import type { Protection } from './protection';
import { StoreError } from './store';
import { noTries, type Tries, triesIn } from './tries';

/** What stands in clear of how the vault is opened. */
export interface LockRows {
	/** `null` if nothing was ever stored. */
	protection: Protection | null;
	tries: Tries;
}

/** The database of a store that need not be unlocked: the one given, or one that is closed again. */
export function withLockable<T>(
	place: StorePlace,
	job: (database: Database) => Promise<T>,
): Promise<T> {
	const { databaseName, access } = surroundingsOf(place);
	return isSurroundings(place) ? job(access.database) : withDatabase(databaseName, job);
}

/** Lends the database of a store that need not be unlocked, and closes it again. */
export async function withDatabase<T>(
	databaseName: string,
	job: (database: Database) => Promise<T>,
): Promise<T> {
	const database = openDatabase(databaseName);
	try {
		return await job(database);
	} finally {
		database.close();
	}
}

/** As they were read last through a connection that is still there. */
const lastRead = new WeakMap<Database, LockRows>();

export function lastLockRows(database: Database): LockRows | null {
	return lastRead.get(database) ?? null;
}

/** Rejects with a `StoreError` for a store of a later version or one that nothing opens. */
export async function readLockRows(database: Database): Promise<LockRows> {
	const rows = await findLockRows(database);
	lastRead.set(database, rows);
	return rows;
}

async function findLockRows(database: Database): Promise<LockRows> {
	const names = [kvKeys.format, kvKeys.deviceEnvelope, ...envelopeRows, kvKeys.tries];
	const found = await database.connection().kv.bulkGet(names);
	const rows = new Map(names.map((name, index) => [name, found[index]]));
	const format = rows.get(kvKeys.format);
	if (format === undefined || format === outdatedFormat)
		return { protection: null, tries: noTries };
	standingCommit(format, undefined);
	const protection = protectionIn(rows);
	if (!protection) throw new StoreError('unreadable');
	return { protection, tries: triesIn(rows.get(kvKeys.tries)) };
}
