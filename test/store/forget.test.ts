import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type Chat, dayMs, weekMs } from '@/lib/model';
import { newDatabaseName, noon, sampleChat, sampleMessage } from './samples';
import { openTestStore } from './test-store';

async function left(chat: Partial<Chat>, afterMs: number, messageAgeMs: number | null = null) {
	const store = await openTestStore(newDatabaseName());
	await store.put({ settings: { defaultTimer: weekMs }, chats: [sampleChat('a', chat)] });
	if (messageAgeMs !== null) {
		await store.put({
			messages: [{ chatKey: 'a', messages: [sampleMessage('m', messageAgeMs)] }],
		});
	}
	await store.expire(noon + afterMs);
	return (await store.chats()).map(({ key }) => key);
}

describe('the name of a chat', () => {
	test('goes when nothing is left of it and no page has shown it for as long as its timer', async () => {
		expect(await left({}, weekMs - 1)).toEqual(['a']);
		expect(await left({}, weekMs)).toEqual([]);
	});

	test('goes together with its last message', async () => {
		expect(await left({}, weekMs, 0)).toEqual([]);
		expect(await left({ seenAt: noon - dayMs }, weekMs - dayMs, 0)).toEqual(['a']);
	});

	test('goes by the timer that the chat has of its own', async () => {
		expect(await left({ timer: dayMs }, dayMs - 1)).toEqual(['a']);
		expect(await left({ timer: dayMs }, dayMs)).toEqual([]);
	});

	test('stays where the user lets its copies stay, or its network pins it', async () => {
		expect(await left({ timer: 'off' }, 10 * weekMs)).toEqual(['a']);
		expect(await left({ pinned: true }, 10 * weekMs)).toEqual(['a']);
	});

	test('goes though its tombstones may still be needed; they stay, without it, for 90 days', async () => {
		const store = await openTestStore(newDatabaseName());
		const chat = sampleChat('a', { tombstones: ['signature'] });
		await store.put({ settings: { defaultTimer: weekMs }, chats: [chat] });
		await store.expire(noon + weekMs);
		expect(await store.chats()).toEqual([]);
		expect(await store.goneChats()).toMatchObject([{ title: '', tombstones: ['signature'] }]);
		await store.expire(noon + 90 * dayMs);
		expect(await store.goneChats()).toEqual([]);
	});
});
