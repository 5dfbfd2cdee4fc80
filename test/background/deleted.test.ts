import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { MessageReading, Moment } from '@/lib/model';
import { chatReading, messageReading } from '../networks/readings';
import { capture, Running } from './running';

beforeEach(() => fakeBrowser.reset());

const exactly = (at: number): Moment => ({ from: at, to: at, precision: 'exact' });
const within = (at: number): Moment => ({
	from: at - (at % 60_000),
	to: at - (at % 60_000) + 59_999,
	precision: 'minute',
});

/** What its page shows of Ada's chat: the last message is its line in the list. */
function page(messages: Partial<MessageReading>[], changes: { unread?: number } = {}) {
	const last = messages.at(-1);
	return capture('Ada', {
		readAt: Date.now(),
		chats: [
			chatReading({
				id: 'Ada',
				title: 'Ada',
				preview: last?.text ?? null,
				...(last?.sentAt && { lastActivity: last.sentAt }),
				unread: changes.unread ?? 0,
			}),
		],
		thread: {
			chatId: 'Ada',
			provisionalId: null,
			title: 'Ada',
			messages: messages.map((one) => messageReading(one)),
		},
	});
}

async function texts(stube: Running): Promise<(string | null)[]> {
	const store = await stube.store();
	const [chat] = await store.chats();
	return chat ? (await store.messages(chat.key)).map(({ text }) => text) : [];
}

async function deleteAda(stube: Running): Promise<void> {
	const [chat] = await (await stube.store()).chats();
	const chatKeys = [chat?.key ?? ''];
	expect(await stube.ask({ command: 'delete-chats', chatKeys })).toEqual({ done: true });
}

const ago = (ms: number) => Date.now() - ms;

describe('a chat that is deleted while its page shows it', () => {
	const cases: [string, () => Partial<MessageReading>[]][] = [
		[
			'with times',
			() => [1, 2, 3].map((n) => ({ id: `${n}`, text: `a${n}`, sentAt: exactly(ago(9_000 - n)) })),
		],
		[
			'with minutes',
			() => [1, 2].map((n) => ({ id: `${n}`, text: `a${n}`, sentAt: within(Date.now()) })),
		],
		[
			'with minutes and no ids',
			() => [1, 2].map((n) => ({ id: null, text: `a${n}`, sentAt: within(Date.now()) })),
		],
		[
			'with neither ids nor times',
			() =>
				[1, 2, 3].map((n) => ({
					id: null,
					text: `a${n}`,
					sentAt: { from: null, to: null, precision: 'unknown' as const },
				})),
		],
	];
	test.each(cases)('stays away, %s, also after a restart', async (_, messagesOf) => {
		const stube = await Running.start();
		const messages = messagesOf();
		await stube.tell('capture', page(messages));
		expect(await texts(stube)).toEqual(messages.map(({ text }) => text));
		await deleteAda(stube);
		for (let time = 0; time < 2; time += 1) {
			expect(await stube.tell('capture', page(messages))).toMatchObject({ stored: true });
			const store = await stube.store();
			expect([await store.chats(), (await store.view(Date.now())).rows]).toEqual([[], []]);
			await stube.wake();
		}
	});

	test('comes back with its name and with what is new, and nothing older', async () => {
		const stube = await Running.start();
		const old = [1, 2].map((n) => ({ id: `${n}`, text: `a${n}`, sentAt: exactly(ago(9_000 - n)) }));
		await stube.tell('capture', page(old));
		await deleteAda(stube);
		const fresh = { id: '3', text: 'new', sentAt: exactly(Date.now() + 5) };
		await stube.tell('capture', page([...old, fresh], { unread: 1 }));
		expect(await stube.titles()).toEqual(['Ada']);
		expect(await texts(stube)).toEqual(['new']);
	});

	test('comes back with a message of the very minute of its deletion', async () => {
		const stube = await Running.start();
		const sentAt = within(Date.now());
		const old = [{ id: '1', text: 'a1', sentAt }];
		await stube.tell('capture', page(old));
		await deleteAda(stube);
		await stube.tell('capture', page([...old, { id: '2', text: 'new', sentAt }], { unread: 1 }));
		expect(await texts(stube)).toEqual(['new']);
	});
});

test('a network whose copies were deleted brings none of them back when it is turned on again', async () => {
	const stube = await Running.start();
	const messages = [{ id: '1', text: 'a1', sentAt: exactly(ago(5_000)) }];
	await stube.tell('capture', page(messages));
	await stube.ask({ command: 'settle-turned-off', network: 'whatsapp', keep: false });
	await stube.tell('capture', page(messages));
	expect(await stube.titles()).toEqual([]);
});
