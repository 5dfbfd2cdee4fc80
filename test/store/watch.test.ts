import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { writeRaw } from './raw-database';
import { newDatabaseName, noon, sampleChat } from './samples';
import { openTestStore } from './test-store';

afterEach(() => {
	vi.unstubAllGlobals();
});

/** Bounded generously: a busy machine must not fail it. */
const until = (condition: () => void) => vi.waitFor(condition, { timeout: 20_000 });

describe('watching', () => {
	test('calls back after commits from this and from any other context', async () => {
		const databaseName = newDatabaseName();
		const [store, other] = await Promise.all([1, 2].map(() => openTestStore(databaseName)));
		if (!store || !other) throw new Error('two stores');
		const listener = vi.fn();
		const stop = store.watch(listener);
		await store.put({ chats: [sampleChat('a')] });
		await until(() => expect(listener).toHaveBeenCalledTimes(1));
		await other.put({ chats: [sampleChat('b')] });
		await until(() => expect(listener).toHaveBeenCalledTimes(2));
		await other.put({ settings: { defaultTimer: 'off' } });
		await until(() => expect(listener).toHaveBeenCalledTimes(3));
		expect((await store.view(noon)).rows).toHaveLength(2);
		stop();
	});

	test('tells of a commit that came between the last read and the first look', async () => {
		const databaseName = newDatabaseName();
		const [store, other] = await Promise.all([1, 2].map(() => openTestStore(databaseName)));
		await store?.view(noon);
		await other?.put({ chats: [sampleChat('a')] });
		const listener = vi.fn();
		const stop = store?.watch(listener);
		await until(() => expect(listener).toHaveBeenCalledTimes(1));
		stop?.();
	});

	test('stays silent when nothing changes and after it was stopped', async () => {
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		await store.put({ chats: [sampleChat('a')] });
		const [stopped, kept] = [vi.fn(), vi.fn()];
		const stop = store.watch(stopped);
		const stopKept = store.watch(kept);
		await store.expire(noon);
		await store.removeNetwork('instagram');
		await store.put({ chats: [], previews: [], messages: [], removedChats: [] });
		stop();
		await store.put({ chats: [sampleChat('b')] });
		await until(() => expect(kept).toHaveBeenCalledTimes(1));
		expect(stopped).not.toHaveBeenCalled();
		stopKept();
	});

	test('reports when it cannot follow, and calls back so that the next read says why', async () => {
		const report = vi.fn();
		vi.stubGlobal('reportError', report);
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		await writeRaw(databaseName, { store: 'kv', key: 'format', value: 3 });
		const listener = vi.fn();
		const stop = store.watch(listener);
		await until(() => expect(listener).toHaveBeenCalled());
		expect(report).toHaveBeenCalledWith(expect.objectContaining({ code: 'unknown-version' }));
		await expect(store.view(noon)).rejects.toMatchObject({ code: 'unknown-version' });
		stop();
	});
});
