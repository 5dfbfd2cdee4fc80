import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { InboxCommand } from '@/lib/messaging';
import { sendCommand } from '@/lib/messaging/send-command';
import { hourMs, weekMs } from '@/lib/model';
import { messageReading } from '../networks/readings';
import { capture, ownPage, Running, reader } from './running';

beforeEach(() => fakeBrowser.reset());

const exactly = (at: number) => ({ from: at, to: at, precision: 'exact' as const });

async function startWithChat(): Promise<{ stube: Running; chatKey: string }> {
	const stube = await Running.start();
	const messages = [
		messageReading({ id: '1', sentAt: exactly(Date.now() - 2 * hourMs) }),
		messageReading({ id: '2', sentAt: exactly(Date.now()) }),
	];
	const thread = { chatId: 'Ada', provisionalId: null, title: 'Ada', messages };
	await stube.tell('capture', capture('Ada', { thread }));
	const [chat] = await (await stube.store()).chats();
	return { stube, chatKey: chat?.key ?? '' };
}

describe('a page of ours', () => {
	test("sets a chat's timer, which takes at once what is past it, and returns it to the default", async () => {
		const { stube, chatKey } = await startWithChat();
		const timer = hourMs;
		expect(await stube.ask({ command: 'set-chat-timer', chatKey, timer })).toEqual({ done: true });
		const store = await stube.store();
		expect((await store.chats())[0]?.timer).toBe(hourMs);
		expect(await store.messages(chatKey)).toHaveLength(1);
		await stube.ask({ command: 'set-chat-timer', chatKey, timer: null });
		expect((await store.chats())[0]).not.toHaveProperty('timer');
	});

	test('sets the default for all', async () => {
		const { stube } = await startWithChat();
		await stube.ask({ command: 'set-default-timer', timer: weekMs });
		expect(await (await stube.store()).settings()).toEqual({ defaultTimer: weekMs });
	});

	test('is told when a chat is not there', async () => {
		const stube = await Running.start();
		const ask: InboxCommand = { command: 'set-chat-timer', chatKey: 'gone', timer: 'off' };
		expect(await stube.ask(ask)).toEqual({ done: false, reason: 'unknown-chat' });
	});

	test('is told when the store does not open', async () => {
		const stube = await Running.start();
		stube.store = () => Promise.reject(new Error('no disk'));
		await stube.wake();
		expect(await stube.ask({ command: 'set-default-timer', timer: 'off' })).toEqual({
			done: false,
			reason: 'failed',
		});
	});

	test.each([
		['a reader', reader],
		['another extension', { ...ownPage, id: 'other' }],
		['a page that looks like ours', { ...ownPage, url: 'https://test-extension-id/popup.html' }],
		['nobody', {}],
	])('is not %s', async (_, sender) => {
		const { stube, chatKey } = await startWithChat();
		const ask: InboxCommand = { command: 'set-chat-timer', chatKey, timer: hourMs };
		expect(await stube.ask(ask, sender)).toEqual({ done: false, reason: 'refused' });
		expect((await (await stube.store()).chats())[0]).not.toHaveProperty('timer');
	});

	test.each([
		['an unknown command', { command: 'read-everything' }],
		['a timer of no time', { command: 'set-default-timer', timer: 0 }],
		['no command', null],
	])('is refused %s', async (_, ask) => {
		const stube = await Running.start();
		expect(await stube.ask(ask as InboxCommand)).toEqual({ done: false, reason: 'refused' });
	});

	test('hears that nobody answers', async () => {
		vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValueOnce(new Error('closed'));
		expect(await sendCommand({ command: 'set-default-timer', timer: 'off' })).toEqual({
			done: false,
			reason: 'no-answer',
		});
	});
});
