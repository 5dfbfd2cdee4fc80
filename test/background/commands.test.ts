import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { recentChanges } from '@/lib/inbox/timer-log';
import type { InboxCommand } from '@/lib/messaging';
import { sendCommand } from '@/lib/messaging/send-command';
import { dayMs, hourMs, weekMs } from '@/lib/model';
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
		expect(await (await stube.store()).settings()).toMatchObject({ defaultTimer: weekMs });
	});

	test('sets the default for one network, and takes it back', async () => {
		const { stube } = await startWithChat();
		const [chat] = await (await stube.store()).chats();
		const network = chat?.network ?? 'whatsapp';
		await stube.ask({ command: 'set-network-timer', network, timer: weekMs });
		const row = async () => (await (await stube.store()).view(Date.now())).rows[0];
		expect(await row()).toMatchObject({ timer: weekMs, timerFrom: 'network' });
		await stube.ask({ command: 'set-network-timer', network, timer: null });
		expect(await row()).toMatchObject({ timerFrom: 'default' });
	});

	test('notes each change of a timer for a while', async () => {
		const { stube } = await startWithChat();
		await stube.ask({ command: 'set-default-timer', timer: weekMs });
		await stube.ask({ command: 'set-network-timer', network: 'instagram', timer: 'off' });
		const settings = await (await stube.store()).settings();
		expect(recentChanges(settings, Date.now())).toMatchObject([
			{ scope: 'network', network: 'instagram', timer: 'off' },
			{ scope: 'default', timer: weekMs },
		]);
		expect(recentChanges(settings, Date.now() + 31 * dayMs)).toEqual([]);
	});

	test('deletes an account, a network, everything, and is answered once nothing of it is left', async () => {
		const { stube } = await startWithChat();
		const chats = async () => (await stube.store()).chats();
		const [ada] = await chats();
		await stube.ask({ command: 'delete-account', account: 'somebody else' });
		expect(await chats()).toHaveLength(1);
		await stube.ask({ command: 'delete-account', account: ada?.account ?? '' });
		expect(await chats()).toEqual([]);

		await stube.tell('capture', capture('Ben'));
		await stube.ask({ command: 'delete-network', network: 'instagram' });
		expect(await chats()).toHaveLength(1);
		await stube.ask({ command: 'delete-network', network: 'whatsapp' });
		expect(await chats()).toEqual([]);

		await stube.tell('capture', capture('Cleo'));
		await stube.ask({ command: 'set-default-timer', timer: 'off' });
		await fakeBrowser.storage.local.set({ 'signed-out:whatsapp': ['key'] });
		expect(await stube.ask({ command: 'delete-everything' })).toEqual({ done: true });
		expect(await chats()).toEqual([]);
		expect(await (await stube.store()).settings()).toEqual({ defaultTimer: 4 * weekMs });
		expect(await fakeBrowser.storage.local.get('signed-out:whatsapp')).toEqual({});
		// What pages show gathers anew.
		await stube.tell('capture', capture('Dora'));
		expect(await chats()).toHaveLength(1);
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

describe("a chat's own flags", () => {
	test('are set and taken back, whatever its page tells meanwhile', async () => {
		const { stube, chatKey } = await startWithChat();
		const flag = (patch: object) =>
			stube.ask({ command: 'flag-chats', patches: [{ chatKey, patch }] });
		const own = async () => (await (await stube.store()).chats())[0]?.own;
		expect(await flag({ archived: true, labels: ['home'] })).toEqual({ done: true });
		await stube.tell('capture', capture('Ada', { readAt: Date.now() }));
		expect(await own()).toEqual({ archived: true, labels: ['home'] });
		await flag({ archived: null, labels: [] });
		expect(await own()).toBeUndefined();
	});

	test('are refused where they are none', async () => {
		const { stube, chatKey } = await startWithChat();
		const patch = { labels: ['x'.repeat(41)] };
		const ask: InboxCommand = { command: 'flag-chats', patches: [{ chatKey, patch }] };
		expect(await stube.ask(ask)).toEqual({ done: false, reason: 'refused' });
	});

	test('bring a snoozed chat back by an alarm, unread', async () => {
		const { stube, chatKey } = await startWithChat();
		const untilAt = Date.now() + hourMs;
		const patch = { snooze: { untilAt }, read: true };
		await stube.ask({ command: 'flag-chats', patches: [{ chatKey, patch }] });
		await vi.waitFor(async () =>
			expect((await fakeBrowser.alarms.get('wake-snoozed'))?.scheduledTime).toBe(untilAt),
		);
		vi.useFakeTimers({ toFake: ['Date'], now: untilAt });
		await fakeBrowser.alarms.onAlarm.trigger({
			name: 'wake-snoozed',
			scheduledTime: untilAt,
			persistAcrossSessions: false,
		});
		vi.useRealTimers();
		await vi.waitFor(async () =>
			expect((await (await stube.store()).chats())[0]?.own).toEqual({ read: false }),
		);
	});
});

describe('a chat that is deleted', () => {
	test('is gone with all it held', async () => {
		const { stube, chatKey } = await startWithChat();
		await stube.ask({ command: 'delete-chats', chatKeys: [chatKey] });
		expect(await (await stube.store()).chats()).toEqual([]);
	});
});
