import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { test } from 'vitest';
import { type BeforeStep, memoryCells, WriterDied } from '@/lib/cells/memory-cells';
import { openStore } from '@/lib/store/open-store';
import { expectOrderAtRest, expectSame } from './expect-same';
import { PlainInbox } from './plain-inbox';
import { newDatabaseName, noon } from './samples';
import { doPlainly, doStep, firstChats, type Step, step } from './steps';
import { diskOf, openTestStore } from './test-store';

/** A step that is done by a context which dies in the middle of it: at its n-th write of cells. */
interface Deadly {
	step: Step;
	/** `null` lives. */
	diesAt: number | null;
	/** How many bytes of that write are done. */
	after: number;
}

function dyingAt(diesAt: number, after: number): BeforeStep {
	let steps = 0;
	return ({ action }) => {
		steps += 1;
		if (steps > diesAt) throw new WriterDied();
		return steps === diesAt && action === 'write' ? after : undefined;
	};
}

const deadly: fc.Arbitrary<Deadly> = fc.record({
	step,
	diesAt: fc.option(fc.integer({ min: 1, max: 9 })),
	after: fc.nat(4_096),
});

async function play(steps: readonly Deadly[]): Promise<void> {
	const databaseName = newDatabaseName();
	let model = new PlainInbox();
	let now = noon;
	let store = await openTestStore(databaseName);
	model.put({ chats: firstChats });
	await store.put({ chats: firstChats });
	for (const { step: one, diesAt, after } of steps) {
		if (one.do === 'pass') now += one.ms;
		const before = model.copy();
		await doPlainly(model, one, now, store.hash);
		if (diesAt === null) await doStep(store, one, now);
		else {
			const cells = memoryCells(diskOf(databaseName), dyingAt(diesAt, after));
			const isDone = await openStore({ databaseName, cells })
				.then((dying) => doStep(dying, one, now))
				.then(
					() => true,
					() => false,
				);
			store = await openTestStore(databaseName);
			// What removes is begun by effacing: asked for again, it is completed.
			if (one.do === 'expire' || one.do === 'remove-network' || isRemoval(one)) {
				await doStep(store, one, now);
			} else if (!isDone) model = await standingOf(databaseName, [before, model], now);
			await store.expire(now);
			await model.expire(now, store.hash);
			await expectOrderAtRest(databaseName, model, now);
		}
		await expectSame(store, model, now);
	}
}

function isRemoval(one: Step): boolean {
	return one.do === 'put' && (one.batch.removedChats?.length ?? 0) > 0;
}

/** All of the change or nothing of it. */
async function standingOf(
	databaseName: string,
	[before, after]: readonly [PlainInbox, PlainInbox],
	now: number,
): Promise<PlainInbox> {
	const store = await openTestStore(databaseName);
	try {
		await expectSame(store, before, now);
		return before;
	} catch {
		await expectSame(store, after, now);
		return after;
	}
}

test('wherever a writer dies, all of its change is there or nothing, and nothing is effaced by halves', {
	timeout: 120_000,
}, async () => {
	const seed = Number(process.env.STUBE_SEED ?? Date.now() % 2 ** 31);
	console.info(`STUBE_SEED=${seed}`);
	await fc.assert(fc.asyncProperty(fc.array(deadly, { maxLength: 10, size: 'max' }), play), {
		seed,
		numRuns: Number(process.env.STUBE_RUNS ?? 100),
	});
});
