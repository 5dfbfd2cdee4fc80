import 'fake-indexeddb/auto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { parseQuery } from '@/lib/inbox/search';
import { hourMs, type Message } from '@/lib/model';
import type { Searchable } from '@/lib/store/searchable';
import type { Store } from '@/lib/store/store';
import { deleteRaw, readRaw, writeRaw } from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage } from './samples';
import { openTestStore } from './test-store';

/** Bounded generously: a busy machine must not fail it. */
const until = (condition: () => void) => vi.waitFor(condition, { timeout: 20_000 });

function search(store: Store): Searchable {
	const searchable = store.openSearch();
	onTestFinished(() => searchable.free());
	return searchable;
}

async function complete(store: Store): Promise<Searchable> {
	const searchable = search(store);
	await until(() => expect(searchable.isComplete).toBe(true));
	return searchable;
}

const says = (key: string, text: string, ageMs = 1, changes: Partial<Message> = {}) =>
	sampleMessage(key, ageMs, { text, ...changes });

async function found(searchable: Searchable, query: string, now = noon): Promise<string[]> {
	const hits = await searchable.show(searchable.newest(parseQuery(query), now, 1_000), now);
	return hits.map(({ message }) => message.key);
}

/** More than one commit may hold: it goes to pages at once. */
const many = (chatKey: string, count: number) => ({
	chatKey,
	messages: Array.from({ length: count }, (_, index) =>
		says(`${chatKey}-${index}`, index % 100 === 7 ? 'A lemon, please' : 'Something else', index),
	),
});

describe('a search of the store', () => {
	it('finds what is in pages and what was captured since', async () => {
		const store = await openTestStore(newDatabaseName());
		await store.put({ chats: [sampleChat('a'), sampleChat('b')], messages: [many('a', 1_000)] });
		await store.put({ messages: [{ chatKey: 'b', messages: [says('fresh', 'LÉMON')] }] });
		const searchable = await complete(store);
		expect(searchable.count(['lemon'], noon)).toBe(11);
		expect((await found(searchable, 'lemon')).slice(0, 3)).toEqual(['fresh', 'a-7', 'a-107']);
		expect(await found(searchable, 'lemon title b')).toEqual(['fresh']);
	});

	it('follows captures, edits, merges and deletions of other contexts', async () => {
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		const worker = await openTestStore(databaseName);
		await worker.put({ chats: [sampleChat('a')], messages: [many('a', 600)] });
		const searchable = await complete(store);
		expect(searchable.count(['lemon'], noon)).toBe(6);

		await worker.put({ messages: [{ chatKey: 'a', messages: [says('new', 'lemon')] }] });
		await until(() => expect(searchable.count(['lemon'], noon)).toBe(7));

		const edited = says('a-7', 'melon', 7, { edited: true });
		await worker.put({ messages: [{ chatKey: 'a', messages: [edited] }] });
		await until(() => expect(searchable.count(['melon'], noon)).toBe(1));
		await until(() => expect(searchable.count(['lemon'], noon)).toBe(6));

		await worker.merge();
		await until(() => expect(searchable.isComplete).toBe(true));
		expect(await found(searchable, 'melon')).toEqual(['a-7']);
		expect(searchable.count(['lemon'], noon)).toBe(6);

		await worker.removeMessages('a', ['a-7', 'a-107'], noon);
		await until(() => expect(searchable.count(['melon'], noon)).toBe(0));
		expect(await found(searchable, 'lemon')).not.toContain('a-107');

		await worker.put({ removedChats: ['a'] });
		await until(() => expect(searchable.count(['lemon'], noon)).toBe(0));
	});

	it('finds nothing that is due, though it is not removed yet', async () => {
		const store = await openTestStore(newDatabaseName());
		await store.put({
			chats: [sampleChat('a', { timer: hourMs })],
			messages: [
				{
					chatKey: 'a',
					messages: [says('due', 'lemon', hourMs), says('new', 'lemon', hourMs - 1)],
				},
			],
		});
		for (const isMerged of [false, true]) {
			if (isMerged) await store.merge();
			const searchable = await complete(store);
			expect(await found(searchable, 'lemon')).toEqual(['new']);
			expect(searchable.count(['lemon'], noon)).toBe(1);
			expect(searchable.count(['lemon'], noon + 1)).toBe(0);
		}
	});

	it('does without a page that is damaged or gone, and the store tells of it', async () => {
		const databaseName = newDatabaseName();
		await (await openTestStore(databaseName)).put({
			chats: [sampleChat('a')],
			messages: [many('a', 1_000)],
		});
		const pages = (await readRaw(databaseName)).filter((row) => row.store === 'page');
		const [gone, damaged] = pages;
		if (!gone || !(damaged?.value instanceof Uint8Array)) throw new Error('two pages');
		await deleteRaw(databaseName, gone);
		const flipped = damaged.value.slice();
		flipped[100] = (flipped[100] ?? 0) ^ 1;
		await writeRaw(databaseName, { ...damaged, value: flipped });
		const store = await openTestStore(databaseName);
		const searchable = await complete(store);
		expect(searchable.count(['else'], noon)).toBeGreaterThan(0);
		expect(searchable.count(['else'], noon)).toBeLessThan(600);
		expect(store.unreadableRecords).toBe(2);
	});

	it('is empty and complete where nothing is stored', async () => {
		const searchable = await complete(await openTestStore(newDatabaseName()));
		expect(searchable.count(['lemon'], noon)).toBe(0);
	});
});
