import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '@/lib/model';
import { openStore } from '@/lib/store/open-store';
import { flipBit } from '../vault/hex';
import { deleteRaw, type RawRow, rawValue, readRaw, tailRows, writeRaw } from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage, samplePreview } from './samples';

/** One chat with a record per day: each message is in a row of its own. */
async function fillInbox(databaseName: string): Promise<void> {
	const store = await openStore({ databaseName });
	await store.put({
		chats: [sampleChat('a', { timer: 4 * 7 * dayMs })],
		previews: [{ chatKey: 'a', preview: samplePreview() }],
		messages: [
			{
				chatKey: 'a',
				messages: [1, 3, 5].map((days) => sampleMessage(`m${days}`, days * dayMs)),
			},
		],
	});
}

async function damage(name: string, row: RawRow | undefined, at = 400): Promise<void> {
	if (!(row?.value instanceof Uint8Array)) throw new Error('no such row');
	await writeRaw(name, { ...row, value: flipBit(row.value, at) });
}

const kvRow = async (name: string, key: string): Promise<RawRow> => ({
	store: 'kv',
	key,
	value: await rawValue(name, key),
});

async function shownKeys(
	name: string,
): Promise<{ keys: string[]; unreadable: number | undefined }> {
	const store = await openStore({ databaseName: name });
	const { messages } = await store.page('a', 0, noon);
	return { keys: messages.map(({ key }) => key), unreadable: store.unreadableRecords };
}

describe('a damaged record', () => {
	test.each([
		['header', 40],
		['body', 400],
	])('costs only itself when a bit of its %s flips', async (_part, at) => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		expect((await shownKeys(databaseName)).keys).toEqual(['m5', 'm3', 'm1']);
		await damage(databaseName, (await tailRows(databaseName))[0], at);
		const { keys, unreadable } = await shownKeys(databaseName);
		expect(keys).toHaveLength(2);
		expect(unreadable).toBe(1);
	});

	test('is refused in the place of another', async () => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		const [first, second] = await tailRows(databaseName);
		if (!first || !second) throw new Error('two records expected');
		await writeRaw(databaseName, { ...first, value: second.value });
		const { keys, unreadable } = await shownKeys(databaseName);
		expect(keys).toHaveLength(2);
		expect(new Set(keys).size).toBe(2);
		expect(unreadable).toBe(1);
	});

	test('and one that is gone are left out of every read and of the count', async () => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		const [first, second] = await tailRows(databaseName);
		if (!second || !first) throw new Error('two records expected');
		await damage(databaseName, first);
		await deleteRaw(databaseName, second);
		const store = await openStore({ databaseName });
		const scanned: string[] = [];
		await store.scan(noon, (_chat, message) => {
			scanned.push(message.key);
			return undefined;
		});
		expect(scanned).toHaveLength(1);
		expect((await store.messages('a')).map(({ key }) => key)).toEqual(scanned);
		expect((await store.view(noon)).rows[0]?.messageCount).toBe(1);
		expect(store.unreadableRecords).toBe(2);
	});

	test('does not stop new messages, expiry or a new vault key', async () => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		await damage(databaseName, (await tailRows(databaseName))[0]);
		const store = await openStore({ databaseName });
		await store.put({ messages: [{ chatKey: 'a', messages: [sampleMessage('m0', hourMs)] }] });
		expect(await store.messages('a')).toHaveLength(3);
		await store.rekey();
		expect(await store.messages('a')).toHaveLength(3);
		expect(await tailRows(databaseName)).toHaveLength(3);
		await store.expire(noon + 30 * dayMs);
		expect(await tailRows(databaseName)).toHaveLength(0);
	});

	test('goes with its time, though it cannot be opened', async () => {
		const databaseName = newDatabaseName();
		const store = await openStore({ databaseName });
		await store.put({
			chats: [sampleChat('a', { timer: 'off' })],
			messages: [
				{ chatKey: 'a', messages: [sampleMessage('m1', dayMs), sampleMessage('m2', 3 * dayMs)] },
			],
		});
		await damage(databaseName, (await tailRows(databaseName))[0]);
		const reopened = await openStore({ databaseName });
		await reopened.put({ chats: [sampleChat('a', { timer: 2 * dayMs })] });
		expect((await reopened.expire(noon)).nextDueAt).toBe(noon + dayMs);
		expect(await tailRows(databaseName)).toHaveLength(1);
		expect((await reopened.expire(noon + dayMs)).nextDueAt).toBe(null);
		expect(await tailRows(databaseName)).toHaveLength(0);
	});
});

describe('a damaged view', () => {
	test.each(['damaged', 'missing'])('is rebuilt from the records when %s', async (state) => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		const row = await kvRow(databaseName, 'view');
		if (state === 'damaged') await damage(databaseName, row);
		else await deleteRaw(databaseName, row);
		await damage(databaseName, (await tailRows(databaseName))[0]);

		const store = await openStore({ databaseName });
		expect((await store.view(noon)).rows[0]).toMatchObject({ messageCount: 2, preview: null });
		await store.expire(noon);
		const reopened = await openStore({ databaseName });
		expect((await reopened.view(noon)).rows[0]).toMatchObject({ messageCount: 2 });
		expect(await reopened.messages('a')).toHaveLength(2);
		expect(await tailRows(databaseName)).toHaveLength(2);
	});
});

describe('a store that cannot be read', () => {
	test.each(['dir', 'device-envelope', 'commit', 'device-key'])(
		'says so when its %s is damaged or gone, and is left as it is',
		async (key) => {
			const databaseName = newDatabaseName();
			await fillInbox(databaseName);
			const row = await kvRow(databaseName, key);
			if (key === 'dir' || key === 'device-envelope') await damage(databaseName, row, 20);
			else await deleteRaw(databaseName, row);
			const before = await readRaw(databaseName);
			await expect(openStore({ databaseName })).rejects.toMatchObject({
				name: 'StoreError',
				code: 'unreadable',
			});
			expect(await readRaw(databaseName)).toEqual(before);
		},
	);

	test('says so while it is open, too', async () => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		const store = await openStore({ databaseName });
		await deleteRaw(databaseName, { store: 'kv', key: 'commit' });
		await expect(store.view(noon)).rejects.toMatchObject({ code: 'unreadable' });
		await expect(store.put({ chats: [sampleChat('b')] })).rejects.toMatchObject({
			code: 'unreadable',
		});
	});

	test.each([0, 2, '1', null])(
		'of version %j is met with a typed error, and nothing is touched',
		async (version) => {
			const databaseName = newDatabaseName();
			await fillInbox(databaseName);
			const store = await openStore({ databaseName });
			await writeRaw(databaseName, { store: 'kv', key: 'format', value: version });
			const before = await readRaw(databaseName);
			await expect(openStore({ databaseName })).rejects.toMatchObject({ code: 'unknown-version' });
			await expect(store.put({ removedChats: ['a'] })).rejects.toMatchObject({
				code: 'unknown-version',
			});
			await expect(store.expire(noon + 99 * dayMs)).rejects.toMatchObject({
				code: 'unknown-version',
			});
			expect(await readRaw(databaseName)).toEqual(before);
		},
	);
});
