import type { CellFile, CellRef } from '@/lib/cells/cell-file';
import { browserSession, type SessionSecret } from '@/lib/vault/session-secret';
import { commit, type Writes } from './commit';
import { copyName, type Database, openDatabase } from './database';
import { effaceDoomed } from './efface-doomed';
import { readable, translated } from './failure';
import { createKeyring, type Keyring } from './keyring';
import { asSealed, readCommit, readEach } from './kv';
import { exclusively, exclusivelyAfter } from './lock';
import { MovedOn } from './moved-on';
import { openEither } from './open-either';
import type { OpenedPage } from './page';
import { openLists, type PageEntry, shardCount, shardName, shardOf } from './page-lists';
import { keepPages, type LostPage, type Pages } from './pages';
import { createPool, type Pool } from './pool';
import { doomedOf } from './protection';
import { readRaw } from './raw-read';
import { cellsTaken, followSnapshots, type Snapshot } from './snapshot';

/** One state of the store, to be read from. Its methods throw `MovedOn` when it is gone. */
export interface Reading {
	readonly snapshot: Snapshot;
	/** What pages chats have. */
	lists(chatKeys: Iterable<string>): Promise<ReadonlyMap<string, readonly PageEntry[]>>;
	/** Reads what pages all chats have. */
	allLists(): Promise<void>;
	/** `null` for pages that cannot be read. */
	open(pages: readonly LostPage[]): Promise<(OpenedPage | null)[]>;
	isOpen(pageKey: string): boolean;
	/** Whether a page was found damaged or missing. */
	isLost(pageKey: string): boolean;
}

/** What a job writes, and what then stands there. */
export interface Step {
	writes: Writes;
	after: Snapshot;
	/** Row keys of pages that are gone after it. */
	removedPages?: readonly string[];
	/** Cells that nothing hangs on any more after it. */
	doomed?: readonly CellRef[];
	/** Whether cells were taken for it. */
	isTaking: boolean;
	/** Whether the job is done only once they are effaced. */
	isUrgent?: boolean;
}

type ChangeJob<T> = (reading: Reading) => Promise<{ step: Step | null; result: T }>;

/** How every read and write gets at the database. */
export interface Access {
	database: Database;
	cells: CellFile;
	session: SessionSecret;
	keyring: Keyring;
	pool: Pool;
	/** The snapshot that was last opened or written here. */
	last(): Snapshot | null;
	read<T>(job: (reading: Reading) => Promise<T>): Promise<T>;
	/** Computes a step from what stands there and commits it: one writer at a time. */
	change<T>(job: ChangeJob<T>): Promise<T>;
	/**
	 * The same for what is mostly small: computed once while its turn is still waited for. The
	 * commit tells if what stood there then does no longer.
	 */
	changeSoon<T>(job: ChangeJob<T>): Promise<T>;
	/** Runs a job that no writer of any context may disturb. */
	alone<T>(job: () => Promise<T>): Promise<T>;
	/** Reads what is sealed before it can be opened: while a key is still being made. */
	readAhead(): void;
	lost: Pages['lost'];
	lose: Pages['lose'];
	/** Keeps nothing in memory of what was there. */
	forget(): void;
}

export function openAccess(
	name: string,
	cells: CellFile,
	session: SessionSecret = browserSession,
): Access {
	const database = openDatabase(name);
	const keyring = createKeyring(cells);
	const pool = createPool(cells, keyring);
	const snapshots = followSnapshots(database, keyring, pool, cells, session);
	const pages = keepPages(database, keyring);
	const lockName = `${name}-store`;
	const alone = <T>(job: () => Promise<T>) => exclusively(lockName, job);

	function readingOf(snapshot: Snapshot, onRead: () => void = () => undefined): Reading {
		return {
			snapshot,
			async lists(chatKeys) {
				const keys = [...chatKeys];
				await readLists(database, keyring, snapshot, keys.map(shardOf));
				const { lists } = snapshot.base;
				return new Map(keys.map((key) => [key, lists.get(shardOf(key))?.get(key) ?? []]));
			},
			allLists: () =>
				readLists(
					database,
					keyring,
					snapshot,
					Array.from({ length: shardCount }, (_, shard) => shard),
				),
			open: (wanted) => pages.open(snapshot, wanted, onRead),
			isOpen: pages.isOpen,
			isLost: (pageKey) => pages.lost.has(pageKey),
		};
	}

	/** The base whose doomed cells are known to be effaced. */
	let finished: string | null = null;

	async function efface(refs: readonly CellRef[]): Promise<void> {
		await cells.efface(refs);
		keyring.forget(refs);
	}

	/** What a commit gave up and a death kept from being effaced. */
	async function finishEffacing({ base }: Snapshot): Promise<void> {
		if (finished === base.name) return;
		const doomed = [...base.dir.doomed, ...doomedOf(base.protection)];
		keyring.forget(await effaceDoomed(cells, doomed));
		finished = base.name;
	}

	/** What was read or written here last is mostly what stands there still: the commit will tell. */
	async function attemptChange<T>(job: ChangeJob<T>, known?: Snapshot) {
		const snapshot = known ?? snapshots.last() ?? (await snapshots.current());
		await finishEffacing(snapshot);
		return { snapshot, tried: await attempt(() => job(readingOf(snapshot))) };
	}

	async function apply<T>(
		job: ChangeJob<T>,
		first: ReturnType<typeof attemptChange<T>> = attemptChange(job),
	): Promise<T> {
		// What failed while another context was writing may not now.
		let { snapshot, tried } = await first.catch(() => attemptChange(job));
		for (;;) {
			const step = 'done' in tried ? tried.done.step : null;
			if ('done' in tried && step && (await commit(database, snapshot.commit, step.writes))) {
				await settle(step);
				return tried.done.result;
			}
			const standing = await snapshots.current();
			if (standing.commit === snapshot.commit && step === null) return outcomeOf(tried).result;
			({ snapshot, tried } = await attemptChange(job, standing));
		}
	}

	async function settle(step: Step): Promise<void> {
		const { after, removedPages = [], doomed = [], isUrgent, isTaking } = step;
		snapshots.remember(after);
		pages.stayFor(after, removedPages);
		if (doomed.length > 0) {
			const effacing = efface(doomed).then(() => {
				finished = after.base.name;
			});
			if (isUrgent) await effacing;
			// What does not succeed now is done before the next change, see `finishEffacing`.
			else effacing.catch(() => undefined);
		}
		// What fails here fails again, and is told, when a cell is needed and none is there.
		if (isTaking) pool.replenish(cellsTaken(after)).catch(() => undefined);
	}

	return {
		database,
		cells,
		session,
		keyring,
		pool,
		last: snapshots.last,
		async read(job) {
			// What was last read here mostly stands there still. Whoever reads pages is told so by
			// the same answer; else that is asked.
			const last = snapshots.last();
			let snapshot = last ?? (await snapshots.current());
			let isAsked = last === null;
			for (;;) {
				const reading = readingOf(snapshot, () => {
					isAsked = true;
				});
				const tried = await attempt(() => job(reading));
				const standing = isAsked ? snapshot : await snapshots.current();
				// A commit may have come after that was asked and before the job read.
				const hasMoved = 'failure' in tried && tried.failure instanceof MovedOn;
				if (standing.commit === snapshot.commit && !hasMoved) return outcomeOf(tried);
				snapshot = hasMoved ? await snapshots.current() : standing;
				isAsked = true;
			}
		},
		change: (job) => translated(() => alone(() => apply(job))),
		changeSoon: (job) =>
			translated(() =>
				exclusivelyAfter(
					lockName,
					() => attemptChange(job),
					(first) => apply(job, first),
				),
			),
		alone,
		readAhead: snapshots.readAhead,
		lost: pages.lost,
		lose: pages.lose,
		forget() {
			snapshots.remember(null);
			pages.forgetAll();
			keyring.forgetAll();
		},
	};
}

type Tried<T> = { done: T } | { failure: unknown };

/** What a job fails of may be that the store has moved on: whether it has is asked afterwards. */
async function attempt<T>(job: () => Promise<T>): Promise<Tried<T>> {
	try {
		return { done: await job() };
	} catch (failure) {
		return { failure };
	}
}

function outcomeOf<T>(tried: Tried<T>): T {
	if ('done' in tried) return tried.done;
	throw tried.failure;
}

/** Reads lists that are not there yet; throws `MovedOn` if the store is at another base by now. */
async function readLists(
	database: Database,
	keyring: Keyring,
	{ base }: Snapshot,
	wanted: readonly number[],
): Promise<void> {
	const shards = [...new Set(wanted)].filter((shard) => !base.lists.has(shard));
	if (shards.length === 0) return;
	const names = shards.map(shardName);
	const rows = await readRows(database, base.name, names);
	const openRow = async (shard: number, value: unknown) => {
		const row = asSealed(value);
		const key = row && (await keyring.dirKey(base.vault, row.ref));
		if (!row || !key) throw new Error(`the list of pages ${shard} does not open`);
		return openLists(key, shard, row.sealed);
	};
	await Promise.all(
		shards.map(async (shard, index) => {
			const value = rows[index];
			if (value === undefined) return base.lists.set(shard, new Map());
			const openCopy = async () => {
				const [copy] = await readRows(database, base.name, [copyName(shardName(shard))]);
				return openRow(shard, copy);
			};
			const opened = await readable(() => openEither(() => openRow(shard, value), openCopy));
			return base.lists.set(shard, opened);
		}),
	);
}

/** The rows of lists, or their copies where they are gone; `undefined` where there is neither. */
function readRows(database: Database, base: string, keys: readonly string[]): Promise<unknown[]> {
	return readRaw(database, ['kv'], async (table) => {
		const kv = table('kv');
		const [rows, name] = await Promise.all([readEach(kv, keys), readCommit(kv)]);
		if (name?.base !== base) throw new MovedOn();
		const missing = keys.filter((_, index) => rows[index] === undefined);
		const copies = await readEach(kv, missing.map(copyName));
		return keys.map((key, index) => rows[index] ?? copies[missing.indexOf(key)]);
	});
}
