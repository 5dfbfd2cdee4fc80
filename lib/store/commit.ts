import { type Bytes, randomBytes } from '@/lib/vault/bytes';
import type { Vault } from '@/lib/vault/vault';
import { type Database, type Durability, kvKeys } from './database';
import { type Dir, sealDir } from './dir';
import { formatVersion } from './format';
import { commitName, readCommit } from './kv';
import { rowKeyBytes, sealRecord, type TailRecord } from './record';
import type { Snapshot } from './snapshot';
import { sealView, type View } from './view';

/** What a commit replaces; what is absent stays as it is. */
export interface Change {
	vault?: Vault;
	dir?: Dir;
	view?: View;
	added?: readonly TailRecord[];
	/** Row keys of records. */
	removed?: readonly string[];
	durability: Durability;
}

/** The first commit of a store brings everything along. */
export type Foundation = Change & Required<Pick<Change, 'vault' | 'dir' | 'view'>>;

/**
 * Seals a change and writes it in one transaction, if the store still stands at `base`.
 * Resolves on `complete` with what then stands there, or with `null` if another commit
 * came first and nothing was written. Sealing comes before the transaction: awaiting
 * WebCrypto inside would end it.
 */
export async function commit(
	database: Database,
	base: Snapshot,
	change: Change,
): Promise<Snapshot | null> {
	const id = randomBytes(16);
	const next: Snapshot = {
		commit: commitName(id),
		vault: change.vault ?? base.vault,
		dir: change.dir ?? base.dir,
		view: change.view ?? base.view,
		strays: null,
	};
	const isViewNew = change.view !== undefined || base.strays !== null;
	const [rows, records] = await Promise.all([
		sealKv(id, next.vault, {
			isVaultNew: next.vault !== base.vault,
			...(change.dir && { dir: change.dir }),
			...(isViewNew && { view: next.view }),
		}),
		sealRecords(next.vault, change.added ?? []),
	]);
	const removed = [...(change.removed ?? []), ...(base.strays ?? [])];
	const isWritten = await write(database, base.commit, change.durability, rows, records, removed);
	return isWritten ? next : null;
}

/** Writes the first rows of a store; `null` if another context was first. */
export async function found(database: Database, foundation: Foundation): Promise<Snapshot | null> {
	const { vault, dir, view, durability } = foundation;
	const id = randomBytes(16);
	const rows = await sealKv(id, vault, { isVaultNew: true, dir, view });
	const isWritten = await write(database, null, durability, rows, new Map(), []);
	return isWritten ? { commit: commitName(id), vault, dir, view, strays: null } : null;
}

async function sealKv(
	id: Bytes,
	vault: Vault,
	changed: { isVaultNew: boolean; dir?: Dir; view?: View },
): Promise<Map<string, unknown>> {
	const rows = new Map<string, unknown>([[kvKeys.commit, id]]);
	if (changed.dir) rows.set(kvKeys.dir, await sealDir(vault, changed.dir));
	if (changed.view) rows.set(kvKeys.view, await sealView(vault, changed.view));
	if (changed.isVaultNew) {
		rows.set(kvKeys.format, formatVersion);
		rows.set(kvKeys.deviceKey, vault.rows.deviceKey);
		rows.set(kvKeys.deviceEnvelope, vault.rows.envelope);
		if (vault.rows.identity) rows.set(kvKeys.identity, vault.rows.identity);
	}
	return rows;
}

async function sealRecords(
	vault: Vault,
	records: readonly TailRecord[],
): Promise<Map<string, Bytes>> {
	const dirKey = await vault.dirKey();
	const sealed = records.map(
		async (record): Promise<[string, Bytes]> => [
			record.key,
			await sealRecord(vault, dirKey, record),
		],
	);
	return new Map(await Promise.all(sealed));
}

function write(
	database: Database,
	expectedCommit: string | null,
	durability: Durability,
	rows: Map<string, unknown>,
	records: Map<string, Bytes>,
	removed: string[],
): Promise<boolean> {
	const connection = database.connection(durability);
	return connection.transaction('rw', connection.kv, connection.tail, async () => {
		if ((await readCommit(connection)) !== expectedCommit) return false;
		await Promise.all([
			connection.kv.bulkPut([...rows.values()], [...rows.keys()]),
			connection.tail.bulkDelete(removed.map(rowKeyBytes)),
			connection.tail.bulkPut([...records.values()], [...records.keys()].map(rowKeyBytes)),
		]);
		return true;
	});
}
