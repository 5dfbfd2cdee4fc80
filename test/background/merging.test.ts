import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isDiskFull } from '@/lib/unsealed/disk-full';
import { messageReading } from '../networks/readings';
import { tailRows } from '../store/raw-database';
import { capture, Running } from './running';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

const minuteMs = 60_000;
const mergeAlarm = async () =>
	(await fakeBrowser.alarms.getAll()).find(({ name }) => name === 'merge');
const ring = () =>
	fakeBrowser.alarms.onAlarm.trigger({
		name: 'merge',
		scheduledTime: 0,
		persistAcrossSessions: true,
	});

function saying(text: string) {
	const sentAt = { from: 1, to: 1, precision: 'exact' as const };
	const messages = [messageReading({ id: '1', text, sentAt })];
	return capture('Ada', { thread: { chatId: 'Ada', provisionalId: null, title: 'Ada', messages } });
}

async function startKeepingAll(): Promise<Running> {
	const stube = await Running.start();
	await stube.ask({ command: 'set-default-timer', timer: 'off' });
	return stube;
}

describe('a merge', () => {
	test('is planned within a minute for a message that was edited, and effaces what it said', async () => {
		const stube = await startKeepingAll();
		await stube.tell('capture', saying('Before'));
		expect(await mergeAlarm()).toBeUndefined();
		const plannedAt = Date.now();
		await stube.tell('capture', saying('After'));
		expect((await mergeAlarm())?.scheduledTime).toBeLessThanOrEqual(plannedAt + minuteMs);
		expect(await tailRows(stube.databaseName)).not.toEqual([]);
		await ring();
		await vi.waitFor(async () => expect(await tailRows(stube.databaseName)).toEqual([]));
		const store = await stube.store();
		const [chat] = await store.chats();
		expect(await store.messages(chat?.key ?? '')).toMatchObject([{ text: 'After' }]);
		await vi.waitFor(async () => expect(await mergeAlarm()).toBeUndefined());
	});

	test('that a worker did not live to make is planned again by the next', async () => {
		const stube = await startKeepingAll();
		await stube.tell('capture', saying('Before'));
		await stube.tell('capture', saying('After'));
		await fakeBrowser.alarms.clearAll();
		await stube.wake();
		await vi.waitFor(async () => expect(await mergeAlarm()).toBeDefined());
	});
});

describe('a full disk', () => {
	test('stops collecting, is said, and ends when there is room', async () => {
		const stube = await startKeepingAll();
		const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('', 'QuotaExceededError');
		});
		expect(await stube.tell('capture', saying('Hello'))).toEqual({ stop: false, stored: false });
		expect(await isDiskFull()).toBe(true);
		const tries = put.mock.calls.length;
		expect(await stube.tell('capture', saying('Hello'))).toEqual({ stop: false, stored: false });
		expect(put.mock.calls).toHaveLength(tries);

		put.mockRestore();
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minuteMs });
		expect(await stube.tell('capture', saying('Hello'))).toMatchObject({ stored: true });
		expect(await isDiskFull()).toBe(false);
	});
});
