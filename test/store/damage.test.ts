import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '@/lib/model';
import { shardName, shardOf } from '@/lib/store/page-lists';
import { flipBit } from '../vault/hex';
import {
	deleteRaw,
	pageRows,
	type RawRow,
	rawValue,
	readRaw,
	tailRows,
	writeRaw,
} from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage, samplePreview } from './samples';
import { openTestStore } from './test-store';

/** One chat with a record per day: each message is in a row of its own. */
async function fillInbox(databaseName: string): Promise<void> {
	const store = await openTestStore(databaseName);
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
	await store.merge();
}

async function damage(name: string, row: RawRow | undefined, at = 400): Promise<void> {
	if (!(row?.value instanceof Uint8Array)) throw new Error('no such row');
	await writeRaw(name, { ...row, value: flipBit(row.value, at) });
}

async function damageEach(name: string): Promise<void> {
	for (const row of await pageRows(name)) await damage(name, row);
}

const listName = shardName(shardOf('a'));

const kvRow = async (name: string, key: string): Promise<RawRow> => ({
	store: 'kv',
	key,
	value: await rawValue(name, key),
});

async function shownKeys(
	name: string,
): Promise<{ keys: string[]; unreadable: number | undefined }> {
	const store = await openTestStore(name);
	const { messages } = await store.page('a', 0, noon);
	return { keys: messages.map(({ key }) => key), unreadable: store.unreadableRecords };
}

describe('a damaged page', () => {
	test.each([
		['start', 0],
		['middle', 400],
		['end', 1_051],
	])('costs only itself when a bit at its %s flips', async (_part, at) => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		expect((await shownKeys(databaseName)).keys).toEqual(['m5', 'm3', 'm1']);
		await damage(databaseName, (await pageRows(databaseName))[0], at);
		const { keys, unreadable } = await shownKeys(databaseName);
		expect(keys).toHaveLength(2);
		expect(unreadable).toBe(1);
	});

	test('is refused in the place of another', async () => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		const [first, second] = await pageRows(databaseName);
		if (!first || !second) throw new Error('two pages expected');
		await writeRaw(databaseName, { ...first, value: second.value });
		const { keys, unreadable } = await shownKeys(databaseName);
		expect(keys).toHaveLength(2);
		expect(new Set(keys).size).toBe(2);
		expect(unreadable).toBe(1);
	});

	test('and one that is gone are left out of every read and of the count', async () => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		const [first, second] = await pageRows(databaseName);
		if (!second || !first) throw new Error('two pages expected');
		await damage(databaseName, first);
		await deleteRaw(databaseName, second);
		const store = await openTestStore(databaseName);
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
		await damage(databaseName, (await pageRows(databaseName))[0]);
		const store = await openTestStore(databaseName);
		await store.put({ messages: [{ chatKey: 'a', messages: [sampleMessage('m0', hourMs)] }] });
		expect(await store.messages('a')).toHaveLength(3);
		await store.merge();
		expect(await store.messages('a')).toHaveLength(3);
		expect(await pageRows(databaseName)).toHaveLength(4);
		await store.rekey();
		expect(await store.messages('a')).toHaveLength(3);
		expect(await pageRows(databaseName)).toHaveLength(3);
		await store.expire(noon + 30 * dayMs);
		expect(await pageRows(databaseName)).toHaveLength(0);
	});

	test('goes with its time, though it cannot be opened', async () => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		const store = await openTestStore(databaseName);
		await damageEach(databaseName);
		expect(await store.messages('a')).toEqual([]);
		expect(await store.expire(noon + 23 * dayMs)).toMatchObject({
			messages: 1,
			nextDueAt: noon + 25 * dayMs,
		});
		expect(await pageRows(databaseName)).toHaveLength(2);
		expect((await store.expire(noon + 28 * dayMs)).nextDueAt).toBe(null);
		expect(await pageRows(databaseName)).toHaveLength(0);
	});

	test('does not come along when its chat is sealed anew', async () => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		await damage(databaseName, (await pageRows(databaseName))[0]);
		const store = await openTestStore(databaseName);
		await store.put({ chats: [sampleChat('a', { timer: 5 * 7 * dayMs })] });
		expect(await store.messages('a')).toHaveLength(2);
		expect(await pageRows(databaseName)).toHaveLength(2);
		expect((await store.view(noon)).rows[0]?.messageCount).toBe(2);
	});
});

describe('a damaged record of a commit', () => {
	test.each([
		['header', 40],
		['body', 1_400],
	])('costs only itself when a bit of its %s flips, and is reported', async (_part, at) => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		const store = await openTestStore(databaseName);
		for (const key of ['m7', 'm8'])
			await store.put({ messages: [{ chatKey: 'a', messages: [sampleMessage(key)] }] });
		await damage(databaseName, (await tailRows(databaseName))[0], at);
		const reopened = await openTestStore(databaseName);
		expect(await reopened.messages('a')).toHaveLength(4);
		expect((await reopened.view(noon)).rows[0]?.messageCount).toBe(4);
		expect(reopened.unreadableRecords).toBe(1);
		await reopened.put({ messages: [{ chatKey: 'a', messages: [sampleMessage('m9')] }] });
		await reopened.merge();
		expect(await reopened.messages('a')).toHaveLength(5);
		expect(await tailRows(databaseName)).toEqual([]);
	});
});

test('an edit that is damaged leaves what the message said before', async () => {
	const databaseName = newDatabaseName();
	await fillInbox(databaseName);
	const store = await openTestStore(databaseName);
	const edited = sampleMessage('m1', dayMs, { text: 'Edited' });
	await store.put({ messages: [{ chatKey: 'a', messages: [edited] }] });
	await damage(databaseName, (await tailRows(databaseName))[0], 1_400);
	const reopened = await openTestStore(databaseName);
	expect(await reopened.messages('a')).toContainEqual(sampleMessage('m1', dayMs));
	expect((await reopened.view(noon)).rows[0]?.messageCount).toBe(3);
	await reopened.merge();
	expect(await reopened.messages('a')).toContainEqual(sampleMessage('m1', dayMs));
	expect((await reopened.view(noon)).rows[0]?.messageCount).toBe(3);
});

describe('a damaged view', () => {
	test.each(['damaged', 'missing'])(
		'is rebuilt from what the pages hold when %s',
		async (state) => {
			const databaseName = newDatabaseName();
			await fillInbox(databaseName);
			const row = await kvRow(databaseName, 'view');
			if (state === 'damaged') await damage(databaseName, row);
			else await deleteRaw(databaseName, row);
			await damage(databaseName, (await pageRows(databaseName))[0]);

			const store = await openTestStore(databaseName);
			expect(await store.messages('a')).toHaveLength(2);
			expect((await store.view(noon)).rows[0]).toMatchObject({
				messageCount: 2,
				preview: null,
			});
			expect(store.waiting.isUrgent).toBe(true);
			await store.put({ messages: [{ chatKey: 'a', messages: [sampleMessage('m0', hourMs)] }] });
			await store.merge();
			expect(store.waiting.isUrgent).toBe(false);
			const reopened = await openTestStore(databaseName);
			expect(await reopened.messages('a')).toHaveLength(3);
			expect((await reopened.view(noon)).rows[0]).toMatchObject({
				messageCount: 3,
				preview: samplePreview(hourMs, { text: 'Text of m0', sender: 'Ottilie' }),
			});
			expect(await rawValue(databaseName, 'view')).not.toEqual(row.value);
		},
	);
});

describe('a store that cannot be read', () => {
	test.each(['dir', 'dir-copy', listName, `${listName}-copy`])(
		'costs nothing when its %s is damaged or gone: there is another',
		async (key) => {
			for (const isGone of [false, true]) {
				const databaseName = newDatabaseName();
				await fillInbox(databaseName);
				const row = await kvRow(databaseName, key);
				if (isGone) await deleteRaw(databaseName, row);
				else await damage(databaseName, row, 3);
				const store = await openTestStore(databaseName);
				expect(await store.messages('a')).toHaveLength(3);
				expect((await store.view(noon)).rows[0]).toMatchObject({
					messageCount: 3,
					preview: samplePreview(),
				});
				await store.rekey();
				expect(await (await openTestStore(databaseName)).messages('a')).toHaveLength(3);
			}
		},
	);

	test.each(['dir', 'device-envelope', 'commit', 'device-key'])(
		'says so when its %s is damaged or gone in both copies, and is left as it is',
		async (key) => {
			const databaseName = newDatabaseName();
			await fillInbox(databaseName);
			const row = await kvRow(databaseName, key);
			if (key === 'dir' || key === 'device-envelope') {
				await damage(databaseName, await kvRow(databaseName, `${key}-copy`), 20);
				await damage(databaseName, row, 20);
			} else await deleteRaw(databaseName, row);
			const before = await readRaw(databaseName);
			await expect(openTestStore(databaseName)).rejects.toMatchObject({
				name: 'StoreError',
				code: 'unreadable',
			});
			expect(await readRaw(databaseName)).toEqual(before);
		},
	);

	test('says so while it is open, too', async () => {
		const databaseName = newDatabaseName();
		await fillInbox(databaseName);
		const store = await openTestStore(databaseName);
		await deleteRaw(databaseName, { store: 'kv', key: 'commit' });
		await expect(store.view(noon)).rejects.toMatchObject({ code: 'unreadable' });
		await expect(store.put({ chats: [sampleChat('b')] })).rejects.toMatchObject({
			code: 'unreadable',
		});
	});

	test.each([0, 3, '2', null])(
		'of version %j is met with a typed error, and nothing is touched',
		async (version) => {
			const databaseName = newDatabaseName();
			await fillInbox(databaseName);
			const store = await openTestStore(databaseName);
			await writeRaw(databaseName, { store: 'kv', key: 'format', value: version });
			const before = await readRaw(databaseName);
			await expect(openTestStore(databaseName)).rejects.toMatchObject({ code: 'unknown-version' });
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

test('what the version before left is removed as a whole, and the store starts anew', async () => {
	const databaseName = newDatabaseName();
	await fillInbox(databaseName);
	await writeRaw(databaseName, { store: 'kv', key: 'format', value: 1 });
	await writeRaw(databaseName, { store: 'kv', key: 'left-over', value: new Uint8Array(9) });
	const store = await openTestStore(databaseName);
	expect(await store.chats()).toEqual([]);
	expect(await rawValue(databaseName, 'left-over')).toBeUndefined();
	await store.put({ chats: [sampleChat('b')] });
	expect((await (await openTestStore(databaseName)).chats()).map(({ key }) => key)).toEqual(['b']);
});
