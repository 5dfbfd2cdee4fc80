import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectOrderAtRest, expectSame } from './expect-same';
import { PlainInbox } from './plain-inbox';
import { tailRows } from './raw-database';
import { newDatabaseName, noon } from './samples';
import { doPlainly, doStep, firstChats, type Step, step } from './steps';
import { openTestStore } from './test-store';

async function play(steps: readonly Step[]): Promise<void> {
	const databaseName = newDatabaseName();
	const model = new PlainInbox();
	let store = await openTestStore(databaseName);
	let now = noon;
	model.put({ chats: firstChats });
	await store.put({ chats: firstChats });
	for (const one of steps) {
		if (one.do === 'pass') now += one.ms;
		else if (one.do === 'reopen') store = await openTestStore(databaseName);
		const expected = await doPlainly(model, one, now, store.hash);
		const done = await doStep(store, one, now);
		if (one.do === 'expire') {
			expect(done).toEqual(expected);
			await expectOrderAtRest(databaseName, model, now);
		}
		if (one.do === 'merge') expect(await tailRows(databaseName)).toEqual([]);
		await expectSame(store, model, now);
	}
	await expectSame(await openTestStore(databaseName), model, now);
	await expectOrderAtRest(databaseName, model, null);
}

test('whatever is put, expired, retimed, removed and reopened, the inbox is that of plain maps', {
	timeout: 120_000,
}, async () => {
	const seed = Number(process.env.STUBE_SEED ?? Date.now() % 2 ** 31);
	console.info(`STUBE_SEED=${seed}`);
	await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14, size: 'max' }), play), {
		seed,
		numRuns: Number(process.env.STUBE_RUNS ?? 200),
	});
});
