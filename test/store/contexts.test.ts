import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openAccess } from '@/lib/store/access';
import { commit } from '@/lib/store/commit';
import { newCommit } from '@/lib/store/kv';
import { exclusively } from '@/lib/store/lock';
import { MovedOn } from '@/lib/store/moved-on';
import { keepPages } from '@/lib/store/pages';
import type { Store } from '@/lib/store/store';
import { chatMessages } from '@/lib/store/thread';
import { answer, pageRows, rawValue, readRaw } from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage } from './samples';
import { cellsOf, openTestStore } from './test-store';

afterEach(() => {
	vi.unstubAllGlobals();
});

/** With Web Locks as browsers have them, and without, as if each context were alone. */
const lockings = ['with Web Locks', 'without any lock between contexts'];

function setLocking(locking: string): void {
	if (locking === 'with Web Locks') return;
	const request = (_name: string, job: () => Promise<unknown>) => job();
	vi.stubGlobal('navigator', { locks: { request } });
}

describe.each(lockings)('several contexts %s', (locking) => {
	test('that start at once found one vault', async () => {
		setLocking(locking);
		const databaseName = newDatabaseName();
		const stores = await Promise.all([1, 2, 3, 4].map(() => openTestStore(databaseName)));
		const hashes = await Promise.all(stores.map((store) => store.hash('an identity')));
		expect(new Set(hashes).size).toBe(1);
		const later = await openTestStore(databaseName);
		expect(await later.hash('an identity')).toBe(hashes[0]);
	});

	test('that write at once lose nothing of each other', async () => {
		setLocking(locking);
		const databaseName = newDatabaseName();
		const stores = await Promise.all([1, 2, 3].map(() => openTestStore(databaseName)));
		await stores[0]?.put({ chats: [sampleChat('a')] });
		await Promise.all(
			stores.flatMap((store, writer) =>
				[1, 2, 3, 4].map((n) =>
					store.put({
						chats: [sampleChat(`chat-${writer}-${n}`)],
						messages: [{ chatKey: 'a', messages: [sampleMessage(`m-${writer}-${n}`)] }],
					}),
				),
			),
		);
		for (const store of stores) {
			expect(await store.chats()).toHaveLength(13);
			expect(await store.messages('a')).toHaveLength(12);
		}
		expect((await stores[0]?.view(noon))?.rows.find(({ chat }) => chat.key === 'a')).toMatchObject({
			messageCount: 12,
		});
	});

	test('that make changes from what stands there lose none of each other', async () => {
		setLocking(locking);
		const databaseName = newDatabaseName();
		const stores = await Promise.all([1, 2, 3].map(() => openTestStore(databaseName)));
		await stores[0]?.put({ chats: [sampleChat('a', { unread: 0 })] });
		const count = (store: Store) =>
			store.update(async (stored) => {
				const [chat] = await stored.chats();
				return { chats: [sampleChat('a', { unread: Number(chat?.unread) + 1 })] };
			});
		await Promise.all(stores.flatMap((store) => [1, 2, 3, 4].map(() => count(store))));
		for (const store of stores) expect((await store.chats())[0]?.unread).toBe(12);
	});

	test('that merge while others write lose nothing', async () => {
		setLocking(locking);
		const databaseName = newDatabaseName();
		const [writer, merger] = await Promise.all([1, 2].map(() => openTestStore(databaseName)));
		if (!writer || !merger) throw new Error('two stores');
		await writer.put({ chats: [sampleChat('a')] });
		for (let n = 0; n < 12; n += 1)
			await Promise.all([
				writer.put({ messages: [{ chatKey: 'a', messages: [sampleMessage(`m${n}`, 99 - n)] }] }),
				merger.merge(),
			]);
		for (const store of [writer, merger, await openTestStore(databaseName)])
			expect((await store.messages('a')).map(({ key }) => key)).toEqual(
				Array.from({ length: 12 }, (_, n) => `m${n}`),
			);
	});

	test('read whole states while another writes', async () => {
		setLocking(locking);
		const databaseName = newDatabaseName();
		const [writer, reader] = await Promise.all([1, 2].map(() => openTestStore(databaseName)));
		if (!writer || !reader) throw new Error('two stores');
		await writer.put({ chats: [sampleChat('a')] });
		let isDone = false;
		const writing = (async () => {
			for (let n = 0; n < 40; n += 1)
				await writer.put({
					chats: [sampleChat('a', { unread: n })],
					messages: [{ chatKey: 'a', messages: [sampleMessage(`m${n}`, 1_000 - n)] }],
				});
			isDone = true;
		})();
		let seen = 0;
		while (!isDone) {
			const count = (await reader.page('a', 0, noon)).messages.length;
			expect(count).toBeGreaterThanOrEqual(seen);
			seen = count;
		}
		await writing;
		expect((await reader.page('a', 0, noon)).messages).toHaveLength(40);
		expect(reader.unreadableRecords).toBe(0);
	});
});

test('a change that was computed from what is no longer there is not written', async () => {
	const databaseName = newDatabaseName();
	const store = await openTestStore(databaseName);
	const access = openAccess(databaseName, cellsOf(databaseName));
	const overtaken = await access.read(async ({ snapshot }) => snapshot);
	await store.put({ chats: [sampleChat('a')] });
	const before = await readRaw(databaseName);
	const { row } = newCommit(overtaken.base.name);
	const writes = { commit: row, durability: 'relaxed' as const };
	expect(await commit(access.database, overtaken.commit, writes)).toBe(false);
	expect(await readRaw(databaseName)).toEqual(before);
});

test('a read that a commit overtakes takes a new snapshot, and calls no record damaged', async () => {
	const databaseName = newDatabaseName();
	const store = await openTestStore(databaseName);
	const put = (key: string) =>
		store.put({
			chats: [sampleChat('a')],
			messages: [{ chatKey: 'a', messages: [sampleMessage(key)] }],
		});
	await put('m1');
	await store.merge();
	const access = openAccess(databaseName, cellsOf(databaseName));
	const { snapshot, entries } = await access.read(async (reading) => ({
		snapshot: reading.snapshot,
		entries: (await reading.lists(['a'])).get('a') ?? [],
	}));
	expect(entries).toHaveLength(1);
	await put('m2');
	await store.merge();
	const pages = keepPages(access.database, access.keyring);
	const wanted = entries.map((entry) => ({ chatKey: 'a', entry }));
	await expect(pages.open(snapshot, wanted)).rejects.toThrow(MovedOn);
	expect(pages.lost.size).toBe(0);
	expect(await access.read((reading) => chatMessages(reading, 'a'))).toHaveLength(2);
});

test('without Web Locks jobs of one name take turns, also after one has failed', async () => {
	const order: string[] = [];
	const job =
		(name: string, fails = false) =>
		async () => {
			order.push(`${name} starts`);
			await new Promise((resolve) => setTimeout(resolve, 1));
			order.push(`${name} ends`);
			if (fails) throw new Error(name);
			return name;
		};
	const results = await Promise.allSettled([
		exclusively('turns', job('a'), undefined),
		exclusively('turns', job('b', true), undefined),
		exclusively('turns', job('c'), undefined),
	]);
	expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(order).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
});

test('a store whose data was cleared while it was open starts anew, under a new key', async () => {
	const databaseName = newDatabaseName();
	const store = await openTestStore(databaseName);
	await store.put({ chats: [sampleChat('a')] });
	const hash = await store.hash('an identity');
	await answer(indexedDB.deleteDatabase(databaseName));
	expect((await store.view(noon)).rows).toEqual([]);
	expect(await store.hash('an identity')).not.toBe(hash);
	await store.put({ chats: [sampleChat('b')] });
	expect((await (await openTestStore(databaseName)).chats()).map(({ key }) => key)).toEqual(['b']);
});

describe('a new vault key', () => {
	test('seals every row anew, and every open context goes on reading and writing', async () => {
		const databaseName = newDatabaseName();
		const [store, other] = await Promise.all([1, 2].map(() => openTestStore(databaseName)));
		if (!store || !other) throw new Error('two stores');
		await store.put({
			chats: [sampleChat('a', { timer: 'off' })],
			messages: [{ chatKey: 'a', messages: [sampleMessage('m1'), sampleMessage('m2', 1)] }],
		});
		await store.merge();
		const hash = await store.hash('an identity');
		const shown = await other.page('a', 0, noon);
		const before = await readRaw(databaseName);
		await store.rekey();
		const after = await readRaw(databaseName);

		const unchanged = before.filter(({ value }) =>
			after.some((row) => JSON.stringify(row.value) === JSON.stringify(value)),
		);
		expect(unchanged.map(({ key }) => key)).toEqual(['device-key', 'format']);
		const pageKeys = before.filter((row) => row.store === 'page').map(({ key }) => key);
		expect(pageKeys).toHaveLength(1);
		for (const { key } of await pageRows(databaseName)) expect(pageKeys).not.toContainEqual(key);

		for (const one of [store, other, await openTestStore(databaseName)]) {
			expect(await one.page('a', 0, noon)).toEqual(shown);
			expect(await one.hash('an identity')).toBe(hash);
		}
		await other.put({ messages: [{ chatKey: 'a', messages: [sampleMessage('m3', 2)] }] });
		expect(await store.messages('a')).toHaveLength(3);
	});

	test('may be made while another context writes', async () => {
		const databaseName = newDatabaseName();
		const [store, other] = await Promise.all([1, 2].map(() => openTestStore(databaseName)));
		if (!store || !other) throw new Error('two stores');
		await store.put({ chats: [sampleChat('a')] });
		await Promise.all([
			other.put({ messages: [{ chatKey: 'a', messages: [sampleMessage('m1')] }] }),
			store.rekey(),
			other.put({ messages: [{ chatKey: 'a', messages: [sampleMessage('m2')] }] }),
			store.rekey(),
		]);
		const reopened = await openTestStore(databaseName);
		expect(await reopened.messages('a')).toHaveLength(2);
		expect(await rawValue(databaseName, 'identity')).toBeInstanceOf(Uint8Array);
	});
});
