import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	dayMs,
	hourMs,
	type Message,
	type Network,
	networks,
	type Timer,
	weekMs,
} from '@/lib/model';
import { openStoreAccess } from '@/lib/store/open-store';
import { cellsTaken } from '@/lib/store/snapshot';
import type { Batch, Store } from '@/lib/store/store';
import { chatMessages } from '@/lib/store/thread';
import { PlainInbox } from './plain-inbox';
import { pageRows, readRaw, tailRows } from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage, samplePreview } from './samples';
import { cellsOf, openTestStore } from './test-store';

const chatKeys = ['a', 'b', 'c'];
const messageKeys = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'];

type Step =
	| { do: 'put'; batch: Batch }
	| { do: 'pass'; ms: number }
	| { do: 'expire' }
	| { do: 'merge' }
	| { do: 'remove-messages'; chatKey: string; keys: string[] }
	| { do: 'remove-network'; network: Network }
	| { do: 'rekey' }
	| { do: 'reopen' };

const timer = fc.constantFrom<(Timer | undefined)[]>(
	undefined,
	'off',
	20 * 60_000,
	hourMs,
	dayMs,
	weekMs,
);
const chat = fc.tuple(fc.nat(2), timer).map(([index, own]) =>
	sampleChat(chatKeys[index] ?? 'a', {
		network: networks[index] ?? 'whatsapp',
		...(own !== undefined && { timer: own }),
	}),
);
/** Round times often fall together: on one bucket, and on the very second of an expiry. */
const age = fc.oneof(
	fc.nat(12).map((steps) => steps * 10 * 60_000),
	fc.nat(20).map((steps) => steps * 3 * hourMs),
	fc.integer({ min: 0, max: 2 * weekMs }),
);
const moment = age.chain((ms) =>
	fc.constantFrom<Message['sentAt'][]>(
		{ from: noon - ms, to: noon - ms, precision: 'exact' },
		{ from: noon - ms, to: noon, precision: 'day' },
		{ from: null, to: noon - ms, precision: 'interval' },
		{ from: null, to: null, precision: 'unknown' },
	),
);
const message = fc
	.record({
		key: fc.constantFrom(...messageKeys),
		sentAt: moment,
		firstSeenAgeMs: age,
		rank: fc.integer({ min: -5, max: 5 }),
		text: fc.string({ unit: 'binary', maxLength: 30 }),
	})
	.map(({ key, sentAt, firstSeenAgeMs, rank, text }) =>
		sampleMessage(key, 0, { sentAt, rank, text, firstSeenAt: noon - firstSeenAgeMs }),
	);
const chatKey = fc.constantFrom(...chatKeys);
const batch: fc.Arbitrary<Batch> = fc.record(
	{
		chats: fc.array(chat, { maxLength: 2 }),
		previews: fc.array(
			fc.record({
				chatKey,
				preview: fc.option(
					moment.map((sentAt) => samplePreview(0, { sentAt })),
					{ freq: 4 },
				),
			}),
			{ maxLength: 2 },
		),
		messages: fc.array(fc.record({ chatKey, messages: fc.array(message, { maxLength: 6 }) }), {
			maxLength: 2,
		}),
	},
	{ requiredKeys: [] },
);
const stepOf = (one: Step) => fc.constant(one);
const put = (one: Batch): Step => ({ do: 'put', batch: one });
const promotion = fc
	.record({ from: chatKey, to: chat, messages: fc.array(message, { maxLength: 3 }) })
	.map(({ from, to, messages }) =>
		put({ removedChats: [from], chats: [to], messages: [{ chatKey: to.key, messages }] }),
	);
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 8, arbitrary: batch.map(put) },
	{ weight: 2, arbitrary: timer.map((one) => put({ settings: { defaultTimer: one ?? 'off' } })) },
	{ weight: 1, arbitrary: chatKey.map((key) => put({ removedChats: [key] })) },
	{ weight: 1, arbitrary: promotion },
	{ weight: 3, arbitrary: age.map((ms): Step => ({ do: 'pass', ms })) },
	{ weight: 3, arbitrary: stepOf({ do: 'expire' }) },
	{
		weight: 1,
		arbitrary: fc
			.constantFrom(...networks)
			.map((network): Step => ({ do: 'remove-network', network })),
	},
	{ weight: 3, arbitrary: stepOf({ do: 'merge' }) },
	{
		weight: 1,
		arbitrary: fc
			.record({ chatKey, keys: fc.subarray(messageKeys) })
			.map((one): Step => ({ do: 'remove-messages', ...one })),
	},
	{ weight: 1, arbitrary: stepOf({ do: 'rekey' }) },
	{ weight: 2, arbitrary: stepOf({ do: 'reopen' }) },
);

async function expectSame(store: Store, model: PlainInbox, now: number): Promise<void> {
	const { rows, settings } = await store.view(now);
	expect(settings).toEqual(model.settings);
	expect(rows.map((row) => row.chat.key).sort()).toEqual([...model.chats.keys()].sort());
	for (const row of rows) {
		const { key } = row.chat;
		expect(row).toEqual({
			chat: model.chats.get(key),
			preview: model.livePreview(key, now),
			...model.timer(key),
			nextExpiryAt: model.nextExpiryAt(key, now),
			messageCount: model.live(key, now).length,
		});
	}
	const scanned = new Map<string, string[]>(chatKeys.map((key) => [key, []]));
	await store.scan(now, ({ key }, one) => {
		scanned.get(key)?.unshift(one.key);
		return undefined;
	});
	for (const key of chatKeys) {
		const live = model.live(key, now);
		const page = await store.page(key, 0, now);
		expect(page.messages).toMatchObject(live);
		expect(page.messages).toHaveLength(live.length);
		expect(scanned.get(key)).toEqual(live.map((one) => one.key));
		expect(await store.messages(key)).toEqual(model.stored(key));
		expect(await store.preview(key)).toEqual(model.previews.get(key) ?? null);
	}
}

/** Every row is known and opens, hangs on living cells, and holds nothing that is due. */
async function expectOrderAtRest(
	databaseName: string,
	model: PlainInbox,
	dueAt: number | null,
): Promise<void> {
	const access = await openStoreAccess({ databaseName, cells: cellsOf(databaseName) });
	const { snapshot, pages, messages } = await access.read(async (reading) => {
		const keys = [...reading.snapshot.state.chats.keys()];
		const lists = await reading.lists(keys);
		await reading.allLists();
		expect([...lists.values()].filter((entries) => entries.length > 0)).toHaveLength(
			[...reading.snapshot.base.lists.values()].reduce((sum, list) => sum + list.size, 0),
		);
		return {
			snapshot: reading.snapshot,
			pages: [...lists.values()].flat(),
			messages: await Promise.all(
				keys.map(async (key) => [key, await chatMessages(reading, key)] as const),
			),
		};
	});
	expect(access.lost.size).toBe(0);
	expect(snapshot.lostTails).toEqual([]);
	expect(await pageRows(databaseName)).toHaveLength(pages.length);
	expect(await tailRows(databaseName)).toHaveLength(snapshot.tails.length);
	const ends = [...snapshot.state.buckets.keys()].filter((bucket) => bucket !== 'eternal');
	const due = (await readRaw(databaseName)).filter((row) => row.store === 'due');
	expect(due.map(({ key }) => key).sort()).toEqual(ends.sort());
	const { doomed } = snapshot.base.dir;
	expect(await access.cells.read(doomed)).toEqual(doomed.map(() => null));
	const doomedNames = new Set(doomed.map(({ index, generation }) => `${index}:${generation}`));
	const living = cellsTaken(snapshot).filter(
		({ index, generation }) => !doomedNames.has(`${index}:${generation}`),
	);
	expect(new Set(living.map(({ index }) => index)).size).toBe(living.length);
	expect(await access.cells.read(living)).not.toContain(null);
	if (dueAt === null) return;
	for (const [chatKey, all] of messages)
		expect(all.filter((one) => model.isDue(chatKey, one, dueAt))).toEqual([]);
}

async function play(steps: readonly Step[]): Promise<void> {
	const databaseName = newDatabaseName();
	const model = new PlainInbox();
	let store = await openTestStore(databaseName);
	let now = noon;
	const chats = chatKeys.map((key, index) =>
		sampleChat(key, { network: networks[index] ?? 'whatsapp' }),
	);
	model.put({ chats });
	await store.put({ chats });
	for (const one of steps) {
		if (one.do === 'put') {
			model.put(one.batch);
			await store.put(one.batch);
		} else if (one.do === 'pass') now += one.ms;
		else if (one.do === 'expire') {
			expect(await store.expire(now)).toEqual(await model.expire(now, store.hash));
			await expectOrderAtRest(databaseName, model, now);
		} else if (one.do === 'remove-network') {
			const gone = [...model.chats.values()].filter((chat) => chat.network === one.network);
			for (const { key } of gone) model.remove(key);
			await store.removeNetwork(one.network);
		} else if (one.do === 'merge') {
			await store.merge();
			expect(await tailRows(databaseName)).toEqual([]);
		} else if (one.do === 'remove-messages') {
			model.removeMessages(one.chatKey, one.keys);
			await store.removeMessages(one.chatKey, one.keys);
		} else if (one.do === 'rekey') await store.rekey();
		else store = await openTestStore(databaseName);
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
		numRuns: 200,
	});
});
