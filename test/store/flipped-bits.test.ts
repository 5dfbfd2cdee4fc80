import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '@/lib/model';
import { openStore } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';
import { unlockByPassphrase } from '@/lib/store/unlock';
import { memorySession } from '@/lib/vault/session-secret';
import { seededRandom } from '../sites/random';
import { flipBit } from '../vault/hex';
import { lockablePlace } from './locked-store';
import { useQuickCrypto } from './quick-crypto';
import { type RawRow, readRaw, writeRaw } from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage, samplePreview } from './samples';

useQuickCrypto();

const longer = { timeout: 60_000 };
const seed = Number(process.env.STUBE_SEED ?? Date.now() % 2 ** 31);
const bitsPerRow = 2;
/** The chat without a timer has its four first messages in one page. */
const largestRow = 4;
const chatKeys = ['a', 'b', 'c'];
const passphrase = 'a passphrase of some words';

/** Pages in several buckets, records that no merge has seen, and another vault key than at first. */
async function fill(store: Store): Promise<void> {
	await store.put({
		settings: { defaultTimer: 'off' },
		chats: chatKeys.map((key, nth) => sampleChat(key, { timer: nth === 0 ? 'off' : 28 * dayMs })),
		previews: chatKeys.map((chatKey) => ({ chatKey, preview: samplePreview() })),
		messages: chatKeys.map((chatKey) => ({
			chatKey,
			messages: [1, 3, 5].map((days) => sampleMessage(`${chatKey}${days}`, days * dayMs)),
		})),
	});
	await store.merge();
	for (const chatKey of chatKeys)
		await store.put({ messages: [{ chatKey, messages: [sampleMessage(`${chatKey}0`, hourMs)] }] });
}

interface Found {
	keys: string[];
	unreadable: number;
}

async function findAll(store: Store): Promise<Found> {
	const keys: string[] = [];
	await store.scan(noon, (_, { key }) => {
		keys.push(key);
		return undefined;
	});
	const { rows } = await store.view(noon);
	expect(rows.map(({ chat }) => chat.key).sort()).toEqual(chatKeys);
	return { keys: keys.sort(), unreadable: store.unreadableRecords ?? 0 };
}

describe.each(['by the device alone', 'by a passphrase'])('in a store opened %s', (how) => {
	const databaseName = newDatabaseName();
	let whole: Found;

	async function open(): Promise<Store> {
		const place = lockablePlace(databaseName, memorySession());
		if (how === 'by a passphrase') {
			const answer = await unlockByPassphrase(passphrase, place);
			expect(answer).toMatchObject({ unlocked: true });
		}
		return openStore(place);
	}

	beforeAll(async () => {
		console.info(`STUBE_SEED=${seed}`);
		const store = await openStore(lockablePlace(databaseName));
		await fill(store);
		if (how === 'by a passphrase') await store.methods.setPassphrase(passphrase);
		else await store.rekey();
		for (const chatKey of chatKeys)
			await store.put({ messages: [{ chatKey, messages: [sampleMessage(`${chatKey}9`, 9)] }] });
		whole = await findAll(await open());
	}, 60_000);

	test(
		'a bit that flips anywhere in any row costs at most the messages of that row',
		longer,
		async () => {
			expect(whole.keys).toHaveLength(15);
			const random = seededRandom(seed);
			const rows = (await readRaw(databaseName)).filter(isBytes);
			const names = new Set(rows.map(nameOf));
			for (const name of ['dir', 'identity', 'page', 'tail', 'due', 'view'])
				expect(names).toContain(name);
			for (const row of rows) {
				const { length } = row.value;
				const isClear = nameOf(row).startsWith('envelopes');
				const places = [
					0,
					length - 1,
					...Array.from({ length: isClear ? 4 * bitsPerRow : bitsPerRow }, () =>
						Math.floor(random() * length),
					),
				];
				for (const at of places) {
					const told = `${nameOf(row)} at ${at} of ${length}`;
					await writeRaw(databaseName, { ...row, value: flipBit(row.value, at) });
					const found = await findAll(await open());
					const lost = whole.keys.filter((key) => !found.keys.includes(key));
					expect(
						found.keys.filter((key) => !whole.keys.includes(key)),
						told,
					).toEqual([]);
					const isOfMessages = row.store === 'page' || row.store === 'tail';
					expect(lost.length > 0, told).toBe(isOfMessages);
					expect(new Set(lost.map(([chatKey]) => chatKey)).size, told).toBeLessThan(2);
					expect(lost.length, told).toBeLessThanOrEqual(largestRow);
					expect(found.unreadable, told).toBe(isOfMessages ? 1 : 0);
					await writeRaw(databaseName, row);
				}
			}
			expect(await findAll(await open())).toEqual(whole);
		},
	);
});

type BytesRow = RawRow & { value: Uint8Array<ArrayBuffer> };

function isBytes(row: RawRow): row is BytesRow {
	return row.value instanceof Uint8Array;
}

function nameOf({ store, key }: RawRow): string {
	return store === 'kv' ? String(key) : store;
}
