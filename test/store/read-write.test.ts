import 'fake-indexeddb/auto';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dayMs, firstTimer, hourMs, weekMs } from '@/lib/model';
import { openStore } from '@/lib/store/open-store';
import { pageRows, tailRows } from './raw-database';
import {
	momentAt,
	newDatabaseName,
	noon,
	sampleChat,
	sampleMessage,
	samplePreview,
} from './samples';
import { openTestStore } from './test-store';

afterEach(() => {
	vi.restoreAllMocks();
});

describe('a new store', () => {
	test('is empty and keeps messages for four weeks', async () => {
		const store = await openTestStore(newDatabaseName());
		expect(await store.view(noon)).toEqual({ rows: [], settings: { defaultTimer: firstTimer } });
		expect(await store.settings()).toEqual({ defaultTimer: firstTimer });
		expect(await store.chats()).toEqual([]);
		expect(await store.preview('a')).toBe(null);
		expect(await store.messages('a')).toEqual([]);
		expect(await store.page('a', 0, noon)).toEqual({ messages: [], pageCount: 0 });
		expect(await store.expire(noon)).toEqual({ messages: 0, previews: 0, nextDueAt: null });
		expect(store.unreadableRecords).toBe(0);
	});
});

describe('what is put', () => {
	test('is there in every context that opens the store afterwards, exactly as given', async () => {
		const databaseName = newDatabaseName();
		const text = 'HTML <b>&amp;</b>, NUL \0, lone \ud83e, bidi \u202e, 🫖\r\n';
		const chat = sampleChat('a', { title: text, timer: dayMs, unread: true, muted: null });
		const message = sampleMessage('m', hourMs, { text, quote: text, reactions: ['👍🏽'] });
		const preview = samplePreview(hourMs, { text, sender: 'Ottilie' });
		const store = await openTestStore(databaseName);
		await store.put({
			chats: [chat],
			previews: [{ chatKey: 'a', preview }],
			messages: [{ chatKey: 'a', messages: [message] }],
			settings: { defaultTimer: 'off' },
		});
		const reopened = await openTestStore(databaseName);
		expect(await reopened.chats()).toEqual([chat]);
		expect(await reopened.preview('a')).toEqual(preview);
		expect(await reopened.messages('a')).toEqual([message]);
		expect(await reopened.settings()).toEqual({ defaultTimer: 'off' });
	});

	test('replaces what had the same key, and no row keeps the old text', async () => {
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		await store.put({
			chats: [sampleChat('a', { title: 'Before' })],
			messages: [
				{ chatKey: 'a', messages: [sampleMessage('m1', hourMs), sampleMessage('m2', 2 * hourMs)] },
			],
		});
		await store.merge();
		const before = await pageRows(databaseName);
		const unsent = sampleMessage('m1', hourMs, { text: null, kind: 'deleted', deleted: true });
		await store.put({
			chats: [sampleChat('a', { title: 'After' })],
			messages: [{ chatKey: 'a', messages: [unsent] }],
		});
		expect(store.waiting).toEqual({ commits: 1, messages: 1, isUrgent: true });
		await store.merge();
		expect(store.waiting).toEqual({ commits: 0, messages: 0, isUrgent: false });
		const after = [...(await pageRows(databaseName)), ...(await tailRows(databaseName))];
		expect(after).toHaveLength(1);
		for (const { key } of after) expect(before.map((row) => row.key)).not.toContainEqual(key);
		const reopened = await openTestStore(databaseName);
		expect((await reopened.chats()).map(({ title }) => title)).toEqual(['After']);
		expect(await reopened.messages('a')).toEqual([sampleMessage('m2', 2 * hourMs), unsent]);
		expect((await reopened.view(noon)).rows[0]?.messageCount).toBe(2);
	});

	test('may name a chat or message twice: the last one counts', async () => {
		const store = await openTestStore(newDatabaseName());
		const later = sampleMessage('m', hourMs, { text: 'later' });
		await store.put({
			chats: [sampleChat('a', { title: 'first' }), sampleChat('a', { title: 'last' })],
			messages: [
				{ chatKey: 'a', messages: [sampleMessage('m')] },
				{ chatKey: 'a', messages: [later] },
			],
		});
		expect((await store.chats()).map(({ title }) => title)).toEqual(['last']);
		expect(await store.messages('a')).toEqual([later]);
	});

	test('stays out if its chat is not stored: it was removed in the meantime', async () => {
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		await store.put({
			previews: [{ chatKey: 'gone', preview: samplePreview() }],
			messages: [{ chatKey: 'gone', messages: [sampleMessage('m')] }],
		});
		expect(await store.preview('gone')).toBe(null);
		expect(await store.messages('gone')).toEqual([]);
		expect(await tailRows(databaseName)).toEqual([]);
	});

	test('is refused as a whole if it breaks its schema, by an error without its words', async () => {
		const store = await openTestStore(newDatabaseName());
		const broken = sampleMessage('m', hourMs, { rank: Number.POSITIVE_INFINITY });
		const attempt = store.put({
			chats: [sampleChat('a')],
			messages: [{ chatKey: 'a', messages: [sampleMessage('fine'), broken] }],
		});
		const error: unknown = await attempt.catch((reason: unknown) => reason);
		expect(String(error)).toBe('TypeError: does not fit its schema at rank');
		expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(broken.text);
		expect(await store.chats()).toEqual([]);
	});

	test('is not changed by what its giver does with the objects afterwards', async () => {
		const store = await openTestStore(newDatabaseName());
		const chat = sampleChat('a');
		await store.put({ chats: [chat] });
		chat.title = 'scribbled';
		expect((await store.chats())[0]?.title).toBe('Title of a');
	});

	test('one by one is merged into few records, and all of it is there before and after', async () => {
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		await store.put({ chats: [sampleChat('a')] });
		for (let index = 0; index < 150; index += 1)
			await store.put({
				messages: [{ chatKey: 'a', messages: [sampleMessage(`m${index}`, hourMs - index)] }],
			});
		expect(await store.messages('a')).toHaveLength(150);
		expect(store.waiting).toEqual({ commits: 151, messages: 150, isUrgent: false });
		const shown = await store.page('a', 0, noon);
		await store.merge();
		expect(await tailRows(databaseName)).toEqual([]);
		expect(await pageRows(databaseName)).toHaveLength(1);
		expect(await store.page('a', 0, noon)).toEqual(shown);
	});

	test('of any length stays in one piece', async () => {
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		const long = sampleMessage('m', hourMs, { text: '長'.repeat(120_000) });
		await store.put({ chats: [sampleChat('a')], messages: [{ chatKey: 'a', messages: [long] }] });
		const reopened = await openTestStore(databaseName);
		expect(await reopened.messages('a')).toEqual([long]);
	});
});

describe('removing', () => {
	test('a chat takes its messages and preview, and no row of it stays', async () => {
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		for (const key of ['a', 'b'])
			await store.put({
				chats: [sampleChat(key)],
				previews: [{ chatKey: key, preview: samplePreview() }],
				messages: [{ chatKey: key, messages: [sampleMessage('m')] }],
			});
		await store.put({ removedChats: ['a'] });
		expect((await store.chats()).map(({ key }) => key)).toEqual(['b']);
		expect(await store.messages('a')).toEqual([]);
		expect(await store.preview('a')).toBe(null);
		expect(await tailRows(databaseName)).toEqual([]);
		expect(await pageRows(databaseName)).toHaveLength(1);
	});

	test('comes before putting: a chat can take the place of one with another key, or its own', async () => {
		const store = await openTestStore(newDatabaseName());
		const messages = [sampleMessage('m')];
		await store.put({ chats: [sampleChat('row')], messages: [{ chatKey: 'row', messages }] });
		await store.put({
			removedChats: ['row'],
			chats: [sampleChat('chat')],
			messages: [{ chatKey: 'chat', messages }],
		});
		expect((await store.view(noon)).rows.map(({ chat }) => chat.key)).toEqual(['chat']);
		expect(await store.messages('chat')).toEqual(messages);
		await store.put({ removedChats: ['chat'], chats: [sampleChat('chat')] });
		expect(await store.messages('chat')).toEqual([]);
	});

	test('a network takes all its chats and no other', async () => {
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		await store.put({
			chats: [
				sampleChat('a'),
				sampleChat('b', { network: 'messenger' }),
				sampleChat('c', { network: 'instagram' }),
			],
			messages: ['a', 'b', 'c'].map((chatKey) => ({ chatKey, messages: [sampleMessage('m')] })),
		});
		await store.removeNetwork('messenger');
		expect((await store.chats()).map(({ key }) => key).sort()).toEqual(['a', 'c']);
		expect(await store.messages('b')).toEqual([]);
		expect(await tailRows(databaseName)).toEqual([]);
		expect(await pageRows(databaseName)).toHaveLength(2);
	});
});

describe('the list', () => {
	test('has the chat with the newest activity first, chats of unknown activity last', async () => {
		const store = await openTestStore(newDatabaseName());
		await store.put({
			chats: [
				sampleChat('unknown'),
				sampleChat('old', { lastActivity: momentAt(noon - dayMs) }),
				sampleChat('new', { lastActivity: momentAt(noon - 1) }),
			],
		});
		const { rows } = await store.view(noon);
		expect(rows.map(({ chat }) => chat.key)).toEqual(['new', 'old', 'unknown']);
	});

	test('says for each chat which timer applies, how many messages live and what goes next', async () => {
		const store = await openTestStore(newDatabaseName());
		await store.put({
			settings: { defaultTimer: dayMs },
			chats: [
				sampleChat('a', { timer: 2 * hourMs }),
				sampleChat('b'),
				sampleChat('c', { timer: 'off' }),
			],
			previews: [{ chatKey: 'b', preview: samplePreview(3 * hourMs) }],
			messages: ['a', 'b', 'c'].map((chatKey) => ({
				chatKey,
				messages: [sampleMessage('m1', hourMs), sampleMessage('m2', 5 * hourMs)],
			})),
		});
		const { rows } = await store.view(noon);
		const byKey = new Map(rows.map((row) => [row.chat.key, row]));
		expect(byKey.get('a')).toMatchObject({
			timer: 2 * hourMs,
			timerFrom: 'chat',
			messageCount: 1,
			nextExpiryAt: noon + hourMs,
			preview: null,
		});
		expect(byKey.get('b')).toMatchObject({
			timer: dayMs,
			timerFrom: 'default',
			messageCount: 2,
			nextExpiryAt: noon + 19 * hourMs,
			preview: samplePreview(3 * hourMs),
		});
		expect(byKey.get('c')).toMatchObject({ timer: 'off', messageCount: 2, nextExpiryAt: null });
	});

	test('opens no record', async () => {
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		await store.put({
			chats: [sampleChat('a', { timer: 'off' })],
			messages: [
				{
					chatKey: 'a',
					messages: Array.from({ length: 700 }, (_, index) => sampleMessage(`m${index}`, index)),
				},
			],
		});
		const reopened = await openTestStore(databaseName);
		const decrypt = vi.spyOn(crypto.subtle, 'decrypt');
		expect((await reopened.view(noon)).rows[0]?.messageCount).toBe(700);
		expect(decrypt.mock.calls.length).toBeLessThanOrEqual(2);
	});
});

describe('a chat', () => {
	test('is read in pages of 256 from the newest on, each oldest first', async () => {
		const store = await openTestStore(newDatabaseName());
		const messages = Array.from({ length: 600 }, (_, index) =>
			sampleMessage(`m${index}`, 600_000 - index, { rank: index }),
		);
		// Shuffled by a fixed stride: the order of writing must not matter.
		const shuffled = messages.map(
			(_, index) => messages[(index * 7) % 600] ?? sampleMessage('none'),
		);
		await store.put({ chats: [sampleChat('a')], messages: [{ chatKey: 'a', messages: shuffled }] });
		const pages = await Promise.all([0, 1, 2, 3].map((n) => store.page('a', n, noon)));
		expect(pages.map(({ pageCount }) => pageCount)).toEqual([3, 3, 3, 3]);
		const ranks = pages.map((page) => page.messages.map(({ rank }) => rank));
		expect(ranks.map((page) => [page[0], page.at(-1), page.length])).toEqual([
			[344, 599, 256],
			[88, 343, 256],
			[0, 87, 88],
			[undefined, undefined, 0],
		]);
		for (const page of ranks) expect(page).toEqual([...page].sort((a, b) => a - b));
		expect(pages[0]?.messages[0]?.expiresAt).toBe(noon - 600_000 + 344 + 4 * weekMs);
	});
});

test('how much of each network is stored is known without opening anything', async () => {
	const store = await openTestStore(newDatabaseName());
	await store.put({
		chats: [sampleChat('a'), sampleChat('b'), sampleChat('c', { network: 'instagram' })],
		messages: ['a', 'b', 'c'].map((chatKey) => ({ chatKey, messages: [sampleMessage('m')] })),
	});
	await store.merge();
	await store.put({ messages: [{ chatKey: 'a', messages: [sampleMessage('n')] }] });
	const sealedKilobyte = 1024 + 28;
	expect(Object.fromEntries(await store.holdings())).toEqual({
		whatsapp: { chats: 2, messages: 3, bytes: 2 * sealedKilobyte },
		messenger: { chats: 0, messages: 0, bytes: 0 },
		instagram: { chats: 1, messages: 1, bytes: sealedKilobyte },
	});
});

test('whether what is erased is overwritten is told as the browser allows it', async () => {
	expect((await openTestStore(newDatabaseName())).cellKind).toBe('effaceable');
	const withoutFiles = await openStore({ databaseName: newDatabaseName() });
	expect(withoutFiles.cellKind).toBe('deletable');
});

describe('a scan', () => {
	test('visits every message once, newest chats first, until it is told to stop', async () => {
		const store = await openTestStore(newDatabaseName());
		const chatKeys = Array.from({ length: 40 }, (_, index) => `chat-${index}`);
		await store.put({
			chats: chatKeys.map((key, index) =>
				sampleChat(key, { lastActivity: momentAt(noon - index * hourMs) }),
			),
			messages: chatKeys.map((chatKey) => ({
				chatKey,
				messages: Array.from({ length: 20 }, (_, index) =>
					sampleMessage(`${chatKey}-${index}`, index * dayMs),
				),
			})),
		});
		const visited: [string, string][] = [];
		await store.scan(noon, (chat, message) => {
			visited.push([chat.key, message.key]);
			return undefined;
		});
		expect(new Set(visited.map(([, key]) => key)).size).toBe(800);
		expect(visited).toHaveLength(800);
		expect([...new Set(visited.map(([key]) => key))]).toEqual(chatKeys);
		expect(visited[0]).toEqual(['chat-0', 'chat-0-0']);

		let count = 0;
		await store.scan(noon, () => {
			count += 1;
			return count < 5;
		});
		expect(count).toBe(5);
	});
});

describe('durability', () => {
	test('waits for the disk for settings and deletions, not for what the messenger still has', async () => {
		const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
		const store = await openTestStore(newDatabaseName());
		const durabilityOf = async (job: Promise<unknown>) => {
			transaction.mockClear();
			await job;
			const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
			return writes.map(([, , options]) => options?.durability);
		};
		const message = sampleMessage('m');
		const capture = {
			removedChats: [],
			chats: [sampleChat('a')],
			messages: [{ chatKey: 'a', messages: [message] }],
		};
		expect(await durabilityOf(store.put(capture))).toEqual(['relaxed']);
		const strict = [
			() => store.put({ settings: { defaultTimer: dayMs } }),
			() => store.put({ chats: [sampleChat('a', { timer: dayMs, pinned: true })] }),
			() => store.put({ messages: [{ chatKey: 'a', messages: [{ ...message, deleted: true }] }] }),
			() => store.expire(noon + dayMs),
			() => store.rekey(),
			() => store.put({ removedChats: ['a'] }),
		];
		for (const job of strict) expect(await durabilityOf(job())).toEqual(['strict']);
	});
});

test('a full disk is a typed error, and what was stored stays', async () => {
	const store = await openTestStore(newDatabaseName());
	await store.put({ chats: [sampleChat('a')] });
	const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
		throw new DOMException('', 'QuotaExceededError');
	});
	await expect(store.put({ chats: [sampleChat('b')] })).rejects.toMatchObject({
		name: 'StoreError',
		code: 'quota',
	});
	put.mockRestore();
	expect((await store.chats()).map(({ key }) => key)).toEqual(['a']);
	await store.put({ chats: [sampleChat('b')] });
	expect(await store.chats()).toHaveLength(2);
});
