import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hourMs, weekMs } from '@/lib/model';
import { chatReading, messageReading } from '../networks/readings';
import { capture, Running } from './running';

beforeEach(() => fakeBrowser.reset());

const exactly = (at: number) => ({ from: at, to: at, precision: 'exact' as const });
const dueAlarm = async () =>
	(await fakeBrowser.alarms.getAll()).find(({ name }) => name === 'expire-due');

function threadOf(...sentAt: number[]) {
	const messages = sentAt.map((at, index) =>
		messageReading({ id: String(index), sentAt: exactly(at) }),
	);
	return { chatId: 'Ada', provisionalId: null, title: 'Ada', messages };
}

describe('the schedule', () => {
	test('has a round every half hour, set once', async () => {
		const stube = await Running.start();
		const [round] = await fakeBrowser.alarms.getAll();
		expect(round).toMatchObject({ name: 'expire-round', periodInMinutes: 30 });
		await stube.wake();
		expect(await fakeBrowser.alarms.getAll()).toEqual([round]);
	});

	test('follows what is due next', async () => {
		const stube = await Running.start();
		const sentAt = Date.now() - hourMs;
		await stube.tell('capture', capture('Ada', { thread: threadOf(sentAt, sentAt + 5) }));
		await vi.waitFor(async () =>
			expect((await dueAlarm())?.scheduledTime).toBe(sentAt + 4 * weekMs),
		);
		await stube.ask({ command: 'set-default-timer', timer: 'off' });
		await vi.waitFor(async () => expect(await dueAlarm()).toBeUndefined());
	});

	test('removes what is due when its alarm rings, and sets the next', async () => {
		const stube = await Running.start();
		const sentAt = Date.now() - hourMs + 150;
		const later = Date.now();
		await stube.ask({ command: 'set-default-timer', timer: hourMs });
		await stube.tell('capture', capture('Ada', { thread: threadOf(sentAt, later) }));
		const store = await stube.store();
		const [chat] = await store.chats();
		await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(sentAt + hourMs));
		await fakeBrowser.alarms.onAlarm.trigger({
			name: 'expire-due',
			scheduledTime: 0,
			persistAcrossSessions: true,
		});
		await vi.waitFor(async () =>
			expect(await store.messages(chat?.key ?? '')).toMatchObject([{ sentAt: exactly(later) }]),
		);
		await vi.waitFor(async () => expect((await dueAlarm())?.scheduledTime).toBe(later + hourMs));
	});

	test('does not wait for a late alarm where a page is read before it', async () => {
		const stube = await Running.start();
		await stube.ask({ command: 'set-default-timer', timer: hourMs });
		const [first, second] = [Date.now() - hourMs + 300, Date.now()];
		await stube.tell('capture', capture('Ada', { thread: threadOf(first, second) }));
		await vi.waitFor(async () => expect((await dueAlarm())?.scheduledTime).toBe(first + hourMs));
		await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(first + hourMs));
		await stube.tell('capture', capture('Ben', { thread: null }));
		const store = await stube.store();
		const [ada] = (await store.chats()).filter(({ title }) => title === 'Ada');
		expect(await store.messages(ada?.key ?? '')).toHaveLength(1);
		await vi.waitFor(async () => expect((await dueAlarm())?.scheduledTime).toBe(second + hourMs));
	});

	test('brings nothing back where a page tells of a longer timer before a late alarm', async () => {
		const stube = await Running.start();
		const first = Date.now() - hourMs + 300;
		const row = { id: 'Ada', title: 'Ada', preview: 'later' };
		const tell = (networkTimerMs: number) =>
			stube.tell('capture', {
				...capture('Ada', { thread: threadOf(first, Date.now()) }),
				chats: [chatReading({ ...row, networkTimerMs })],
			});
		await tell(hourMs);
		const store = await stube.store();
		const [chat] = await store.chats();
		const shown = async () => (await store.page(chat?.key ?? '', 0, Date.now())).messages;
		expect(await shown()).toHaveLength(2);
		await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(first + hourMs));
		expect(await shown()).toHaveLength(1);
		await tell(weekMs);
		expect(await shown()).toHaveLength(1);
	});

	test('removes what fell due while the browser was closed, at once when it starts', async () => {
		const stube = await Running.start();
		const store = await stube.store();
		await stube.tell('capture', capture('Ada', { thread: threadOf(Date.now() - 2 * hourMs) }));
		await store.put({ settings: { defaultTimer: hourMs } });
		const [chat] = await store.chats();
		expect(await store.messages(chat?.key ?? '')).toHaveLength(1);
		await stube.wake();
		expect(await store.messages(chat?.key ?? '')).toEqual([]);
	});
});

describe('the button', () => {
	test('counts unread chats that are neither muted nor archived, live', async () => {
		const stube = await Running.start();
		expect(await fakeBrowser.action.getBadgeText({})).toBe('');
		const chats = [
			chatReading({ id: 'a', title: 'Ada', unread: 12 }),
			chatReading({ id: 'b', title: 'Ben', unread: true }),
			chatReading({ id: 'c', title: 'Cleo', unread: 1, muted: true }),
		];
		await stube.tell('capture', capture('Ada', { chats, thread: null }));
		await vi.waitFor(async () => expect(await fakeBrowser.action.getBadgeText({})).toBe('2'));
		const read = chats.map((chat) => ({ ...chat, unread: 0 as const }));
		await stube.tell('capture', capture('Ada', { chats: read, thread: null }));
		await vi.waitFor(async () => expect(await fakeBrowser.action.getBadgeText({})).toBe(''));
	});
});

describe('the welcome page', () => {
	test('opens after the installation, not after an update', async () => {
		await Running.start();
		const opened = vi.spyOn(fakeBrowser.tabs, 'create');
		await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.0.9' });
		expect(opened).not.toHaveBeenCalled();
		await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
		expect(opened).toHaveBeenCalledWith({
			url: 'chrome-extension://test-extension-id/welcome.html',
		});
	});
});
