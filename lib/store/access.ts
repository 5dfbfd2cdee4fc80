import { type Change, commit } from './commit';
import { type Database, openDatabase } from './database';
import { translated } from './failure';
import { exclusively } from './lock';
import type { OpenedRecords } from './put';
import { keepRecords } from './records';
import { followSnapshots, type Snapshot } from './snapshot';

/** Row keys of the records that a job needs opened. */
export type Choose = (snapshot: Snapshot) => readonly string[];
export type Compute<T> = (
	snapshot: Snapshot,
	opened: OpenedRecords,
) => Promise<{ change: Change | null; result: T }>;

/** How every read and write gets at the database. */
export interface Access {
	database: Database;
	/** The snapshot that was last opened or written here. */
	last(): Snapshot | null;
	/** A snapshot of now with some of its records opened. */
	load(choose: Choose): Promise<{ snapshot: Snapshot; opened: OpenedRecords }>;
	/** Computes a change from what stands there and commits it: one writer at a time. */
	change<T>(choose: Choose, compute: Compute<T>): Promise<T>;
	unreadable: ReadonlySet<string>;
}

export function openAccess(name: string): Access {
	const database = openDatabase(name);
	const snapshots = followSnapshots(database);
	const records = keepRecords(database);

	async function load(choose: Choose): Promise<{ snapshot: Snapshot; opened: OpenedRecords }> {
		for (;;) {
			const snapshot = await snapshots.current();
			const opened = await records.load(snapshot, choose(snapshot));
			// `null`: a commit replaced rows between the two reads.
			if (opened) return { snapshot, opened };
		}
	}

	async function applyChange<T>(choose: Choose, compute: Compute<T>): Promise<T> {
		for (;;) {
			const { snapshot, opened } = await load(choose);
			const { change, result } = await compute(snapshot, opened);
			if (change === null && snapshot.strays === null) return result;
			const next = await commit(database, snapshot, change ?? { durability: 'strict' });
			// `null`: another context committed first, which the lock prevents where there is one.
			if (next === null) continue;
			snapshots.remember(next);
			records.remember(change?.added ?? []);
			return result;
		}
	}

	return {
		database,
		last: snapshots.last,
		load,
		change: (choose, compute) =>
			translated(() => exclusively(`${name}-store`, () => applyChange(choose, compute))),
		unreadable: records.unreadable,
	};
}
