import * as fc from 'fast-check';
import { expect } from 'vitest';
import { type BeforeStep, memoryCells, WriterDied } from '@/lib/cells/memory-cells';
import type { Access } from '@/lib/store/access';
import { openWithAccess } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';
import { tellInTime } from '../tell-in-time';
import { doPlainly, doStep, firstChats, type Step } from './do-step';
import { expectOrderAtRest } from './expect-order';
import { expectSame, whichOf } from './expect-same';
import { type Look, looks } from './look';
import { PlainInbox } from './plain-inbox';
import { answer } from './raw-database';
import { newDatabaseName, noon } from './samples';
import { step } from './steps';
import { cellsOf, diskOf, forgetDisk } from './test-store';

/** Where a context dies in the middle of a step. */
type Death =
	/** At its n-th write or flush of cells, after so many bytes of it. */
	| { at: number; after: number }
	/** With all sealed and nothing written. */
	| { at: 'commit' };

type Move =
	| { step: Step; death: Death | null }
	/** A look changes nothing but what is kept in memory. */
	| { look: Look };

const looking = fc.constantFrom(...looks).map((look): Move => ({ look }));
const living = step.map((one): Move => ({ step: one, death: null }));
const death: fc.Arbitrary<Death> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.record({ at: fc.integer({ min: 1, max: 9 }), after: fc.nat(4_096) }),
	},
	{ weight: 1, arbitrary: fc.constant<Death>({ at: 'commit' }) },
);
const dying = fc.record({ step, death }).map((move): Move => move);

/** Sequences of what may happen to a store: up to ten moves. */
function movesOf(withDeaths: boolean): fc.Arbitrary<Move[]> {
	const move = fc.oneof(
		{ weight: 6, arbitrary: living },
		{ weight: 1, arbitrary: looking },
		{ weight: withDeaths ? 4 : 0, arbitrary: dying },
	);
	return fc.array(move, { maxLength: 10, size: 'max' });
}

/** Rejects, with the shortest sequence that does it, where a store is not as plain maps are. */
export async function trySequences(
	count: number,
	seed: number,
	{ withDeaths, limitMs }: { withDeaths: boolean; limitMs: number },
): Promise<void> {
	await fc.assert(fc.asyncProperty(movesOf(withDeaths), play), {
		seed,
		numRuns: count,
		...tellInTime(limitMs),
	});
}

const opened: Access[] = [];

async function open(databaseName: string, cells = cellsOf(databaseName)) {
	const both = await openWithAccess({ databaseName, cells });
	opened.push(both.access);
	return both;
}

async function play(moves: readonly Move[]): Promise<void> {
	const databaseName = newDatabaseName();
	let model = new PlainInbox();
	let now = noon;
	let { store } = await open(databaseName);
	model.put({ chats: firstChats });
	await store.put({ chats: firstChats });
	for (const move of moves) {
		if ('look' in move) {
			await expectSame(store, model, now, [move.look]);
			continue;
		}
		const one = move.step;
		if (one.do === 'pass') now += one.ms;
		else if (one.do === 'reopen') ({ store } = await open(databaseName));
		else if (move.death === null) {
			const expected = await doPlainly(model, one, now, store.hash);
			const done = await doStep(store, one, now);
			if (one.do === 'expire') expect(done).toEqual(expected);
		} else {
			const before = model.copy();
			await doPlainly(model, one, now, store.hash);
			const isDone = await dieIn(databaseName, move.death, (dying) => doStep(dying, one, now));
			({ store } = await open(databaseName));
			// What removes is begun by effacing: asked for again, it is completed.
			if (isRemoval(one)) await doStep(store, one, now);
			else if (!isDone) model = await standing(store, [before, model], now);
		}
	}
	const { store: last, access } = await open(databaseName);
	await expectSame(last, model, now, ['stored', 'list']);
	await last.expire(now);
	await model.expire(now, last.hash);
	access.forget();
	await expectOrderAtRest(access, model, now);
	await forget(databaseName);
}

/** Nothing stays in memory of a sequence, else thousands would not fit. */
async function forget(databaseName: string): Promise<void> {
	for (const { database } of opened.splice(0)) database.connection().close();
	await answer(indexedDB.deleteDatabase(databaseName));
	forgetDisk(databaseName);
}

/** Does a job in a context that dies at this point of it, if it gets there; whether it was done. */
async function dieIn(
	databaseName: string,
	death: Death,
	job: (store: Store) => Promise<unknown>,
): Promise<boolean> {
	const before = death.at === 'commit' ? undefined : dyingAt(death.at, death.after);
	const cells = memoryCells(diskOf(databaseName), before);
	const giveBack = death.at === 'commit' ? refuseCommits() : () => {};
	try {
		await job((await open(databaseName, cells)).store);
		return true;
	} catch (error) {
		if (!(error instanceof WriterDied)) throw error;
		return false;
	} finally {
		giveBack();
	}
}

function dyingAt(at: number, after: number): BeforeStep {
	let steps = 0;
	return ({ action }) => {
		steps += 1;
		if (steps > at) throw new WriterDied();
		return steps === at && action === 'write' ? after : undefined;
	};
}

function refuseCommits(): () => void {
	const { transaction } = IDBDatabase.prototype;
	IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
		if (given[1] === 'readwrite') throw new WriterDied();
		return transaction.apply(this, given);
	};
	return () => {
		IDBDatabase.prototype.transaction = transaction;
	};
}

function isRemoval(one: Step): boolean {
	if (one.do === 'put') return (one.batch.removedChats?.length ?? 0) > 0;
	return one.do === 'expire' || one.do === 'remove-network';
}

/** All of a change or nothing of it. */
async function standing(
	store: Store,
	models: readonly [PlainInbox, PlainInbox],
	now: number,
): Promise<PlainInbox> {
	const found = await whichOf(store, models, now);
	if (!found) await expectSame(store, models[1], now);
	return found ?? models[1];
}
