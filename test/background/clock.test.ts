import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dayMs, hourMs, weekMs } from '@/lib/model';
import { messageReading } from '../networks/readings';
import { capture, Running } from './running';

const minuteMs = 60_000;

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

async function startWithMessage(): Promise<Running> {
	const stube = await Running.start();
	await stube.ask({ command: 'set-default-timer', timer: weekMs });
	await show(stube, Date.now() - hourMs);
	return stube;
}

/** A page shows a chat's messages, of these times. */
async function show(stube: Running, ...times: number[]): Promise<void> {
	const messages = times.map((at) =>
		messageReading({ id: `sent ${at}`, sentAt: { from: at, to: at, precision: 'exact' } }),
	);
	const thread = { chatId: 'Ada', provisionalId: null, title: 'Ada', messages };
	await stube.tell('capture', capture('Ada', { thread }));
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
		// With the name of its chat, which nothing has shown for a year.
		expect((await (await stube.store()).view(jumped)).rows).toEqual([]);
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

describe('when the clock was set back', () => {
	/** A message that has an hour left, and a clock that is three hours fast for a while. */
	async function startWithFastClock() {
		const stube = await Running.start();
		await stube.ask({ command: 'set-default-timer', timer: weekMs });
		const before = Date.now();
		const sentAt = before - weekMs + hourMs;
		await show(stube, sentAt);
		expect(await stored(stube)).toBe(1);
		await wakeAt(stube, before + 3 * hourMs);
		expect(await stored(stube)).toBe(0);
		return { stube, before, sentAt };
	}

	test('what had expired is not captured again from a page that still shows it', async () => {
		const { stube, before, sentAt } = await startWithFastClock();
		await wakeAt(stube, before);
		await show(stube, sentAt);
		expect(await stored(stube)).toBe(0);
		await wakeAt(stube, before + 30 * minuteMs);
		await show(stube, sentAt);
		expect(await stored(stube)).toBe(0);
	});

	test('also by more than its timer, to before it was sent', async () => {
		const stube = await Running.start();
		await stube.ask({ command: 'set-default-timer', timer: 6 * hourMs });
		const before = Date.now();
		const sentAt = before - 5 * hourMs;
		await show(stube, sentAt);
		await wakeAt(stube, before + 2 * hourMs);
		expect(await stored(stube)).toBe(0);
		await wakeAt(stube, before - 9 * hourMs);
		await show(stube, sentAt);
		expect(await stored(stube)).toBe(0);
		await show(stube, sentAt, sentAt + minuteMs);
		expect(await stored(stube)).toBe(1);
	});

	test('that holds at once, before the worker starts again or any alarm rings', async () => {
		const { stube, before, sentAt } = await startWithFastClock();
		vi.spyOn(Date, 'now').mockReturnValue(before);
		await show(stube, sentAt);
		expect(await stored(stube)).toBe(0);
	});

	test('by less than an hour, it holds as long as the browser runs', async () => {
		const { stube, before, sentAt } = await startWithFastClock();
		await wakeAt(stube, before + 6.5 * hourMs);
		const next = before + 7 * hourMs;
		const late = next - weekMs - minuteMs;
		await show(stube, sentAt, late);
		expect(await stored(stube)).toBe(1);
		await wakeAt(stube, next);
		expect(await stored(stube)).toBe(0);
		await wakeAt(stube, next - 2 * minuteMs);
		await show(stube, late);
		expect(await stored(stube)).toBe(0);
	});

	test('what has not expired is captured, and what comes from then on', async () => {
		const { stube, before, sentAt } = await startWithFastClock();
		await wakeAt(stube, before);
		await show(stube, sentAt, before - dayMs, before - hourMs);
		expect(await stored(stube)).toBe(2);
		await wakeAt(stube, before + hourMs);
		await show(stube, sentAt, before - dayMs, before - hourMs, before + minuteMs);
		expect(await stored(stube)).toBe(3);
	});

	test('far back and on again, it is no jump', async () => {
		const stube = await startWithMessage();
		const before = Date.now();
		await wakeAt(stube, before - 365 * dayMs);
		expect(await stored(stube)).toBe(1);
		await wakeAt(stube, before + weekMs);
		expect(await stored(stube)).toBe(0);
	});
});
