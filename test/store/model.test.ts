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
import { openAccess } from '@/lib/store/access';
import { openStore } from '@/lib/store/open-store';
import type { Batch, Store } from '@/lib/store/store';
import { recordKeys } from '@/lib/store/view';
import { PlainInbox } from './plain-inbox';
import { tailRows } from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage, samplePreview } from './samples';

const chatKeys = ['a', 'b', 'c'];
const messageKeys = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'];

type Step =
	| { do: 'put'; batch: Batch }
	| { do: 'pass'; ms: number }
	| { do: 'expire' }
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

/** Opens every row there is: each belongs to a chat, holds each message once, and none is due. */
async function expectNothingDueAtRest(
	databaseName: string,
	model: PlainInbox,
	now: number,
): Promise<void> {
	const { snapshot, opened } = await openAccess(databaseName).load(({ view }) =>
		[...view.records.keys()].flatMap((key) => recordKeys(view, key)),
	);
	const records = [...opened.values()];
	expect(await tailRows(databaseName)).toHaveLength(records.length);
	for (const { chatKey: key, messages } of records) {
		expect(snapshot.dir.chats.has(key)).toBe(true);
		expect(messages.filter((one) => model.isDue(key, one, now))).toEqual([]);
	}
}

async function play(steps: readonly Step[]): Promise<void> {
	const databaseName = newDatabaseName();
	const model = new PlainInbox();
	let store = await openStore({ databaseName });
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
			await expectNothingDueAtRest(databaseName, model, now);
		} else if (one.do === 'remove-network') {
			const gone = [...model.chats.values()].filter((chat) => chat.network === one.network);
			for (const { key } of gone) model.remove(key);
			await store.removeNetwork(one.network);
		} else if (one.do === 'rekey') await store.rekey();
		else store = await openStore({ databaseName });
		await expectSame(store, model, now);
	}
	await expectSame(await openStore({ databaseName }), model, now);
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
