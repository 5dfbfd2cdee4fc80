import type { CellRef } from '@/lib/cells/cell-file';
import type { CellSecret } from '@/lib/vault/keys';
import { refName } from './cell-ref';
import { commit } from './commit';
import { type Database, kvKeys } from './database';
import { type DayCell, dayCellsIn, encodeDayCells } from './day-cell';
import { translated } from './failure';
import { newCommit, readCommit } from './kv';
import { exclusively } from './lock';
import { withDatabase } from './lock-rows';
import { type StorePlace, type Surroundings, surroundingsOf } from './place';
import type { FreshCell } from './pool';
import { answerOf, readRaw } from './raw-read';

/** The cells of the days of which something waits; `null` where one was effaced. */
export function readDayCells(
	place: StorePlace = {},
): Promise<(DayCell & { secret: CellSecret | null })[]> {
	const { databaseName, cells } = surroundingsOf(place);
	return withDatabase(databaseName, async (database) => {
		const { days } = await readDays(database);
		const secrets = await cells.read(days.map(({ ref }) => ref));
		return days.map((day, index) => ({ ...day, secret: secrets[index] ?? null }));
	});
}

/**
 * The cell of a day, a new one for a new day. While the store is locked nobody can know which
 * cells are free: a new one is grown, and named in clear before anything hangs on it.
 */
export function takeDayCell(day: number, place: StorePlace = {}): Promise<FreshCell> {
	const surroundings = surroundingsOf(place);
	const { cells } = surroundings;
	return changeDays(surroundings, async (days) => {
		const known = days.find((one) => one.day === day);
		const [secret] = known ? await cells.read([known.ref]) : [];
		if (known && secret) return { days: null, result: { ref: known.ref, secret } };
		const fresh = await growOne(surroundings, days);
		const others = days.filter((one) => one.day !== day);
		return { days: [...others, { day, ref: fresh.ref }], result: fresh };
	});
}

/** Effaces them: what came on these days is unreadable from then on. */
export function effaceDayCells(days: readonly number[], place: StorePlace = {}): Promise<void> {
	const surroundings = surroundingsOf(place);
	return changeDays(surroundings, async (known) => {
		const gone = known.filter(({ day }) => days.includes(day));
		if (gone.length === 0) return { days: null, result: undefined };
		await surroundings.cells.efface(gone.map(({ ref }) => ref));
		return { days: known.filter((one) => !gone.includes(one)), result: undefined };
	});
}

/** A cell that was in no file before. */
async function growOne({ cells }: Surroundings, days: readonly DayCell[]): Promise<FreshCell> {
	const before = await cells.refs();
	const known = new Set([...before, ...days.map(({ ref }) => ref)].map(refName));
	const places = before.reduce((most, { index }) => Math.max(most, index + 1), before.length);
	await cells.grow(places + 1);
	const ref = (await cells.refs()).find((one: CellRef) => !known.has(refName(one)));
	const [secret] = ref ? await cells.read([ref]) : [];
	if (!ref || !secret) throw new Error('no cell was grown');
	return { ref, secret };
}

/** Changes the row of the days, as a commit: whoever takes cells must know of these. */
function changeDays<T>(
	{ databaseName }: Surroundings,
	job: (days: readonly DayCell[]) => Promise<{ days: readonly DayCell[] | null; result: T }>,
): Promise<T> {
	const change = async (database: Database): Promise<T> => {
		for (;;) {
			const { standing, days: stored } = await readDays(database);
			if (!standing) throw new Error('a store that was founded');
			const { days, result } = await job(stored);
			if (days === null) return result;
			const writes = {
				commit: newCommit(null).row,
				kv: new Map([[kvKeys.dayCells, encodeDayCells(days)]]),
				durability: 'strict',
			} as const;
			if (await commit(database, standing.commit, writes)) return result;
		}
	};
	return translated(() =>
		exclusively(`${databaseName}-store`, () => withDatabase(databaseName, change)),
	);
}

function readDays(database: Database) {
	return readRaw(database, ['kv'], async (table) => {
		const [standing, days] = await Promise.all([
			readCommit(table('kv')),
			answerOf(table('kv').get(kvKeys.dayCells)),
		]);
		return { standing, days: dayCellsIn(days) };
	});
}
