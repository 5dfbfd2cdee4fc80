import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { chatId } from '@/lib/ids';
import { mergeCapture } from '@/lib/inbox/merge-capture';
import { messageReading } from '../networks/readings';
import { momentAt, newDatabaseName, noon, sampleChat, sampleMessage } from './samples';
import { openTestStore } from './test-store';

afterEach(() => {
	vi.restoreAllMocks();
});

const minuteMs = 60_000;
const count = 10_000;

async function openLongChat() {
	const databaseName = newDatabaseName();
	const store = await openTestStore(databaseName);
	const messages = Array.from({ length: count }, (_, index) =>
		sampleMessage(`m${index}`, (count - index) * minuteMs, { rank: index }),
	);
	await store.put({
		chats: [sampleChat('a', { timer: 'off' })],
		messages: [{ chatKey: 'a', messages }],
	});
	const reopened = await openTestStore(databaseName);
	await reopened.chats();
	return { store: reopened, decrypt: vi.spyOn(crypto.subtle, 'decrypt') };
}

test('a long chat is opened at its end and at its beginning by a few pages', async () => {
	const { store, decrypt } = await openLongChat();
	const newest = await store.page('a', 0, noon);
	expect(newest.pageCount).toBe(Math.ceil(count / 256));
	expect(newest.messages.map(({ rank }) => rank)).toEqual(
		Array.from({ length: 256 }, (_, index) => count - 256 + index),
	);
	const oldest = await store.page('a', newest.pageCount - 1, noon);
	expect(oldest.messages[0]?.rank).toBe(0);
	expect(oldest.messages).toHaveLength(count % 256);
	// One list of pages, two pages for each.
	expect(decrypt.mock.calls.length).toBeLessThanOrEqual(5);
});

test('what is captured in a long chat asks for its newest messages only, and joins them', async () => {
	const { store, decrypt } = await openLongChat();
	const asked: number[] = [];
	const capture = {
		network: 'whatsapp' as const,
		account: 'me',
		readAt: noon,
		chats: [],
		thread: {
			chatId: 'chat',
			provisionalId: null,
			title: 'Title of a',
			messages: [messageReading({ id: 'new', text: 'Now', sentAt: momentAt(noon) })],
		},
	};
	const { changes } = await mergeCapture(
		capture,
		{
			hash: store.hash,
			settings: store.settings,
			chats: async () => [sampleChat(await chatKeyOf(store.hash), { timer: 'off' })],
			goneChats: async () => [],
			preview: async () => null,
			async messages(_chatKey, since) {
				const found = await store.messages('a', since);
				asked.push(found.length);
				return found;
			},
		},
		noon,
	);
	expect(asked).toHaveLength(1);
	expect(asked[0]).toBeLessThan(2_500);
	expect(changes.messages[0]?.messages[0]?.rank).toBe(count);
	expect(decrypt.mock.calls.length).toBeLessThanOrEqual(12);
});

async function chatKeyOf(hash: (identity: string) => Promise<string>): Promise<string> {
	return hash(chatId('whatsapp', 'me', 'chat'));
}
