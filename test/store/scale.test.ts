import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { dayMs, hourMs } from '@/lib/model';
import { momentAt, newDatabaseName, noon, sampleChat, sampleMessage } from './samples';
import { openTestStore } from './test-store';

test('500 chats with 20,000 messages go in by 200 and come out, in seconds', {
	timeout: 60_000,
}, async () => {
	const databaseName = newDatabaseName();
	const store = await openTestStore(databaseName);
	const chatKeys = Array.from({ length: 500 }, (_, index) => `chat-${index}`);
	await store.put({
		chats: chatKeys.map((key, index) =>
			sampleChat(key, { lastActivity: momentAt(noon - index * hourMs) }),
		),
	});
	for (let start = 0; start < 500; start += 5)
		await store.put({
			messages: chatKeys.slice(start, start + 5).map((chatKey) => ({
				chatKey,
				messages: Array.from({ length: 40 }, (_, index) =>
					sampleMessage(`${chatKey}-${index}`, (index % 8) * dayMs + index),
				),
			})),
		});

	const reopened = await openTestStore(databaseName);
	const decrypt = vi.spyOn(crypto.subtle, 'decrypt');
	const { rows } = await reopened.view(noon);
	expect(decrypt.mock.calls.length).toBeLessThanOrEqual(2);
	expect(rows.reduce((sum, row) => sum + row.messageCount, 0)).toBe(20_000);

	let visited = 0;
	await reopened.scan(noon, () => {
		visited += 1;
		return undefined;
	});
	expect(visited).toBe(20_000);
	expect(await reopened.expire(noon + 24 * dayMs)).toMatchObject({ messages: 10_000 });
});
