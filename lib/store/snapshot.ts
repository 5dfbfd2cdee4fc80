import type { CellFile } from '@/lib/cells/cell-file';
import type { Bytes } from '@/lib/vault/bytes';
import type { SessionSecret } from '@/lib/vault/session-secret';
import { openDeviceVault, openVaultWith, type Vault, type VaultRows } from '@/lib/vault/vault';
import type { CellRef } from './cell-ref';
import { copyName, type Database, kvKeys } from './database';
import type { DayCell } from './day-cell';
import { type Dir, openDir } from './dir';
import { effaceDoomed } from './efface-doomed';
import { readable } from './failure';
import { isFitting } from './fitting-secret';
import { placeOf } from './format';
import { found } from './found';
import type { Keyring } from './keyring';
import {
	asBytes,
	asSealed,
	type CommitName,
	type KvRows,
	Outdated,
	readCommit,
	readEach,
	readKv,
	type SealedUnder,
} from './kv';
import { MovedOn } from './moved-on';
import { openEither } from './open-either';
import type { PageEntry } from './page-lists';
import type { Pool } from './pool';
import { type Protection, protectionCells } from './protection';
import { answerOf, readRaw } from './raw-read';
import { rowKeyBytes, rowKeyName } from './row-key';
import { startOver } from './start-over';
import { type State, stateOf } from './state';
import { StoreError } from './store';
import { openTail, type Tail } from './tail';
import { emptyView, openView, type View } from './view';

/** Everything but messages, as the last commit left it that wrote more than a tail. */
export interface Base {
	name: string;
	vault: Vault;
	protection: Protection;
	/** Of the drop box: the row and its copy, `null` where there is none. */
	boxKeys: readonly (Bytes | null)[];
	dayCells: readonly DayCell[];
	cells: { dir: CellRef; view: CellRef };
	dir: Dir;
	view: View;
	/** Whether the view was read; if not, it is empty and must be rebuilt. */
	isViewRead: boolean;
	/** By shard, as far as they were read: they belong to this base for good. */
	lists: Map<number, ReadonlyMap<string, readonly PageEntry[]>>;
}

/** What one commit left. */
export interface Snapshot {
	/** Name of that commit. */
	commit: string;
	base: Base;
	/** In the order of their commits. */
	tails: readonly Tail[];
	/** Row keys of tails that do not open. */
	lostTails: readonly string[];
	state: State;
}

export interface Snapshots {
	/** What is stored now, opened anew only as far as there were commits since. Founds an empty store. */
	current(): Promise<Snapshot>;
	/** The last one that was opened or written here. */
	last(): Snapshot | null;
	/** `null` forgets it. */
	remember(snapshot: Snapshot | null): void;
	/**
	 * Reads all that a first snapshot is made of, sealed as it is, while the key is not there
	 * yet. Whoever opens that snapshot looks whether it stands there still.
	 */
	readAhead(): void;
}

export const identityPlace = placeOf('kv', kvKeys.identity);

interface Rows {
	name: CommitName;
	/** `null` where the base is the one known. */
	kv: KvRows | null;
	tails: ReadonlyMap<string, Bytes>;
	/** Row keys of all tails. */
	tailKeys: string[];
}

export function followSnapshots(
	database: Database,
	keyring: Keyring,
	pool: Pool,
	cells: CellFile,
	session: SessionSecret,
): Snapshots {
	let last: Snapshot | null = null;

	/** What is read ahead; `null` where nothing is, or that failed. */
	let ahead: Promise<Rows | null> | null = null;

	async function refresh(known: Snapshot | null): Promise<Snapshot | null> {
		// On the way to the first of all, cells and rows are read at once.
		if (known === null) keyring.readAhead();
		const rowsAhead = known === null ? ahead : null;
		ahead = null;
		try {
			const snapshot = rowsAhead && (await openAhead(rowsAhead));
			if (snapshot) return snapshot;
			return await open(known);
		} finally {
			keyring.forgetAhead();
		}
	}

	/** `null` where that is not what stands there by now. */
	async function openAhead(reading: Promise<Rows | null>): Promise<Snapshot | null> {
		const rows = await reading;
		if (rows === null) return null;
		const [standing, opened] = await Promise.all([
			readRaw(database, ['kv'], (table) => readCommit(table('kv'))),
			openRows(rows, null).then(
				(snapshot) => ({ snapshot }),
				(failure: unknown) => ({ failure }),
			),
		]);
		if (standing?.commit !== rows.name.commit) return null;
		if ('snapshot' in opened) return opened.snapshot;
		if (opened.failure instanceof MovedOn) return null;
		throw opened.failure;
	}

	async function open(known: Snapshot | null): Promise<Snapshot | null> {
		const rows = await unlessOutdated(() => readRows(database, known));
		if (rows === 'outdated') return startOver(database);
		if (rows === 'known') return known;
		if (rows === null) return found(database, keyring, pool);
		try {
			return await openRows(rows, known);
		} catch (error) {
			if (error instanceof MovedOn) return null;
			throw error;
		}
	}

	async function openRows(rows: Rows, known: Snapshot | null): Promise<Snapshot> {
		const base =
			rows.kv === null && known
				? known.base
				: await readable(() => openBase(rows.name.base, rows.kv, known?.base ?? null));
		const dirKey = await keyring.dirKey(base.vault, base.cells.dir);
		const kept = new Map(known?.tails.map((tail) => [tail.key, tail]));
		const opened = await Promise.all(
			rows.tailKeys.map(async (key): Promise<Tail | null> => {
				const value = rows.tails.get(key);
				if (!value) return kept.get(key) ?? null;
				return dirKey && openTail(base.vault, keyring, dirKey, key, value).catch(() => null);
			}),
		);
		const tails = opened.filter((tail) => tail !== null).sort((a, b) => a.sequence - b.sequence);
		const lostTails = rows.tailKeys.filter((_, index) => opened[index] === null);
		const state = stateOf(base.dir, base.view, tails);
		return { commit: rows.name.commit, base, tails, lostTails, state };
	}

	async function openBase(name: string, kv: KvRows | null, known: Base | null): Promise<Base> {
		if (kv === null) throw new Error('a base without rows');
		const sealed = [kv.dir, kv.view].filter((row) => row !== null);
		if (kv.protection.mode === 'device') sealed.push(kv.protection.envelope);
		await keyring.secrets(sealed.map(({ ref }) => ref));
		const { vault, protection } =
			known && isSameProtection(known.protection, kv.protection)
				? // The same key: who opens it may have changed.
					{ vault: known.vault, protection: kv.protection }
				: await openProtected(name, kv);
		const openDirRow = async (row: SealedUnder | null) => {
			const key = row && (await keyring.dirKey(vault, row.ref));
			if (!key) throw new Error('dir is gone, or its cell is effaced');
			return { dir: await openDir(key, row.sealed), dirCell: row.ref };
		};
		const [{ dir, dirCell }, view] = await Promise.all([
			openEither(
				() => openDirRow(kv.dir),
				async () => openDirRow(await readDirCopy(database, name)),
			),
			readView(vault, kv),
		]);
		// Soon needed by whatever is opened, and as dear one by one as all together.
		keyring.secrets(cellsOf(dir)).catch(() => undefined);
		return {
			name,
			vault,
			protection,
			boxKeys: kv.boxKeys,
			dayCells: kv.dayCells,
			cells: { dir: dirCell, view: dir.viewCell },
			dir,
			view: view ?? emptyView,
			isViewRead: view !== null,
			lists: new Map(),
		};
	}

	/** By whichever of the two copies of each row opens it. */
	async function openProtected(
		name: string,
		{ vault, protection }: KvRows,
	): Promise<Pick<Base, 'vault' | 'protection'>> {
		const openWith = async (identity: Bytes | null, one: Protection) => ({
			vault: await openVaultRows({ ...vault, identity }, one),
			protection: one,
		});
		const openCopies = async () => {
			const copies = await readVaultCopies(database, name);
			const held = (protection.mode === 'device' && copies.protection) || protection;
			return openEither(
				() => openWith(vault.identity, held),
				() =>
					openEither(
						() => openWith(copies.identity, protection),
						() => openWith(copies.identity, held),
					),
			);
		};
		return openEither(() => openWith(vault.identity, protection), openCopies);
	}

	async function openVaultRows(vault: VaultRows, protection: Protection): Promise<Vault> {
		if (protection.mode === 'methods') {
			const secret = await session.read();
			// Both at once; what opens with a secret that does not fit is of no use.
			const opening = secret === null ? null : openVaultWith(vault, identityPlace, secret);
			opening?.catch(() => undefined);
			if (secret === null || opening === null || !(await isFitting(secret, protection.envelopes))) {
				// Whoever finds it locked may be the first since the browser died.
				await effaceDoomed(cells, protection.envelopes.doomed);
				throw new StoreError('locked');
			}
			return opening;
		}
		const { ref, sealed } = protection.envelope;
		const [cell] = await keyring.secrets([ref]);
		if (!cell) throw new Error('the cell of the envelope is effaced');
		return openDeviceVault(vault, identityPlace, sealed, cell);
	}

	async function readView(vault: Vault, { view }: KvRows): Promise<View | null> {
		if (!view) return null;
		const key = await keyring.viewKey(vault, view.ref);
		return key && openView(key, view.sealed).catch(() => null);
	}

	async function findCurrent(): Promise<Snapshot> {
		for (;;) {
			const known = last;
			const snapshot = await refresh(known);
			if (snapshot === null) continue;
			// What was written here meanwhile is newer.
			if (last === known) last = snapshot;
			return snapshot;
		}
	}

	return {
		current: findCurrent,
		last: () => last,
		remember(snapshot) {
			last = snapshot;
			ahead = null;
		},
		readAhead() {
			if (last !== null) return;
			keyring.forgetAhead();
			keyring.readAhead();
			ahead = readRows(database, null).then(
				(rows) => (rows === 'known' ? null : rows),
				() => null,
			);
		},
	};
}

async function unlessOutdated<T>(read: () => PromiseLike<T>): Promise<T | 'outdated'> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof Outdated) return 'outdated';
		throw error;
	}
}

/** `null` if nothing was ever stored. */
function readRows(database: Database, known: Snapshot | null): Promise<Rows | null | 'known'> {
	return readRaw(database, ['kv', 'tail'], async (table) => {
		const [kv, tail] = [table('kv'), table('tail')];
		if (known) {
			const name = await readCommit(kv);
			if (name?.commit === known.commit) return 'known';
			if (name?.base === known.base.name) {
				return { name, kv: null, ...(await readNewTails(tail, known.tails)) };
			}
		}
		const [rows, tails] = await Promise.all([readKv(kv), readTails(tail)]);
		return rows && { name: rows.name, kv: rows, ...tails };
	});
}

type TailRows = Pick<Rows, 'tails' | 'tailKeys'>;

async function readTails(tail: IDBObjectStore): Promise<TailRows> {
	const [keys, values] = await Promise.all([readTailKeys(tail), answerOf<Bytes[]>(tail.getAll())]);
	return { tailKeys: keys, tails: byKey(keys, values) };
}

async function readNewTails(tail: IDBObjectStore, known: readonly Tail[]): Promise<TailRows> {
	const knownKeys = new Set(known.map(({ key }) => key));
	const tailKeys = await readTailKeys(tail);
	const wanted = tailKeys.filter((key) => !knownKeys.has(key));
	const values = await Promise.all(
		wanted.map((key) => answerOf<Bytes>(tail.get(rowKeyBytes(key)))),
	);
	return { tailKeys, tails: byKey(wanted, values) };
}

function byKey(keys: readonly string[], values: readonly (Bytes | undefined)[]) {
	const rows = new Map<string, Bytes>();
	keys.forEach((key, index) => {
		const value = values[index];
		if (value) rows.set(key, value);
	});
	return rows;
}

async function readTailKeys(tail: IDBObjectStore): Promise<string[]> {
	return (await answerOf(tail.getAllKeys())).map((key) => rowKeyName(key as ArrayBuffer));
}

async function readDirCopy(database: Database, base: string): Promise<SealedUnder | null> {
	const [copy] = await readCopies(database, base, [kvKeys.dir]);
	return asSealed(copy);
}

/** Of what the device opens by itself; methods are read with their copies from the first. */
async function readVaultCopies(
	database: Database,
	base: string,
): Promise<{ identity: Bytes | null; protection: Protection | null }> {
	const [identity, row] = await readCopies(database, base, [
		kvKeys.identity,
		kvKeys.deviceEnvelope,
	]);
	const envelope = asSealed(row);
	return { identity: asBytes(identity), protection: envelope && { mode: 'device', envelope } };
}

/** Throws `MovedOn` if the store is at another base by now. */
function readCopies(database: Database, base: string, keys: readonly string[]): Promise<unknown[]> {
	return readRaw(database, ['kv'], async (table) => {
		const [name, copies] = await Promise.all([
			readCommit(table('kv')),
			readEach(table('kv'), keys.map(copyName)),
		]);
		if (name?.base !== base) throw new MovedOn();
		return copies;
	});
}

function cellsOf({ chats, buckets }: Pick<Dir, 'chats' | 'buckets'>): CellRef[] {
	return [...chats.values(), ...buckets.values()].map(({ cell }) => cell);
}

/** All cells that a snapshot needs or that are still to be effaced. */
export function cellsTaken({ base, state }: Snapshot): CellRef[] {
	return [
		...Object.values(base.cells),
		...protectionCells(base.protection),
		...base.dayCells.map(({ ref }) => ref),
		...cellsOf(state),
		...base.dir.doomed,
	];
}

/** Whether the same vault key is behind both. */
function isSameProtection(one: Protection, other: Protection): boolean {
	if (one.mode === 'methods')
		return other.mode === 'methods' && one.envelopes.check === other.envelopes.check;
	if (other.mode === 'methods') return false;
	const [a, b] = [one.envelope.sealed, other.envelope.sealed];
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
