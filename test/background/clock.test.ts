import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dayMs, hourMs, weekMs } from '@/lib/model';
import { messageReading } from '../networks/readings';
import { capture, Running } from './running';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

async function startWithMessage(): Promise<Running> {
	const stube = await Running.start();
	await stube.ask({ command: 'set-default-timer', timer: weekMs });
	const at = Date.now() - hourMs;
	const sentAt = { from: at, to: at, precision: 'exact' as const };
	const messages = [messageReading({ id: 'one', sentAt })];
	const thread = { chatId: 'Ada', provisionalId: null, title: 'Ada', messages };
	await stube.tell('capture', capture('Ada', { thread }));
	return stube;
}

async function stored(stube: Running): Promise<number> {
	const store = await stube.store();
	const chats = await store.chats();
	const found = await Promise.all(chats.map(({ key }) => store.messages(key)));
	return found.flat().length;
}

/** The worker starts again when the clock says so. */
async function wakeAt(stube: Running, now: number): Promise<void> {
	vi.spyOn(Date, 'now').mockReturnValue(now);
	await stube.wake();
}

describe('when the clock has jumped', () => {
	test('by a month at most, what is due by it is erased at the start', async () => {
		const stube = await startWithMessage();
		await wakeAt(stube, Date.now() + 30 * dayMs);
		expect(await stored(stube)).toBe(0);
	});

	test('by a year, what is due by it is hidden, and erased a day later', async () => {
		const stube = await startWithMessage();
		const jumped = Date.now() + 365 * dayMs;
		await wakeAt(stube, jumped);
		expect(await stored(stube)).toBe(1);
		const view = await (await stube.store()).view(jumped);
		expect(view.rows.map(({ messageCount }) => messageCount)).toEqual([0]);
		const [alarm] = (await fakeBrowser.alarms.getAll()).filter(({ name }) => name === 'expire-due');
		expect(alarm?.scheduledTime).toBe(jumped + dayMs);
		await wakeAt(stube, jumped + dayMs);
		expect(await stored(stube)).toBe(0);
	});

	test('by mistake and is put right, nothing was lost', async () => {
		const stube = await startWithMessage();
		const before = Date.now();
		await wakeAt(stube, before + 365 * dayMs);
		await wakeAt(stube, before + hourMs);
		expect(await stored(stube)).toBe(1);
		const view = await (await stube.store()).view(before + hourMs);
		expect(view.rows.map(({ messageCount }) => messageCount)).toEqual([1]);
	});
});
