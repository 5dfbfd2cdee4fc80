import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadLockReason } from '@/lib/unsealed/lock-reasons';
import { firstTriggers, type LockTriggers, saveTriggers } from '@/lib/unsealed/lock-triggers';
import { isLocking } from '@/lib/unsealed/locking';
import { secretOf } from '@/lib/vault/secret';
import { browserSession, sessionSecretKey } from '@/lib/vault/session-secret';
import { Running } from './running';

const minuteMs = 60_000;
const never: LockTriggers = {
	unusedMinutes: null,
	idleMinutes: null,
	onScreenLock: false,
	onWindowsClosed: false,
};

beforeEach(() => {
	fakeBrowser.reset();
	vi.useFakeTimers({ toFake: ['Date'] });
	return () => vi.useRealTimers();
});
afterEach(() => vi.restoreAllMocks());

/** As an unlock leaves it. */
const keep = (): Promise<void> =>
	fakeBrowser.storage.session.set({ [sessionSecretKey]: secretOf(new Uint8Array(32)) });
const isOpen = async (): Promise<boolean> => (await browserSession.read()) !== null;

/** A running background whose session has a key. */
async function startOpen(triggers: LockTriggers): Promise<Running> {
	await saveTriggers(triggers);
	await keep();
	return Running.start();
}

/** Lets so much time go by, for those too who wait for longer than a second. */
function watchClock(): (ms: number) => Promise<void> {
	const waiting: { at: number; ring: () => void }[] = [];
	const { setTimeout: real } = globalThis;
	vi.spyOn(globalThis, 'setTimeout').mockImplementation(((ring: () => void, ms = 0) => {
		if (ms < 1_000) return real(ring, ms);
		waiting.push({ at: Date.now() + ms, ring });
		return 0;
	}) as typeof setTimeout);
	return async (ms) => {
		vi.setSystemTime(Date.now() + ms);
		const due = waiting.filter(({ at }) => at <= Date.now());
		for (const one of due) waiting.splice(waiting.indexOf(one), 1);
		for (const { ring } of due) ring();
		await settled();
	};
}

/** What is asked for is done by then, or nothing is. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const ring = (name: string): Promise<unknown> =>
	fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0, persistAcrossSessions: true });
const alarms = async (): Promise<string[]> =>
	(await fakeBrowser.alarms.getAll()).map(({ name }) => name);

describe('what locks, where it is chosen and nowhere else', () => {
	type Act = (stube: Running) => unknown;
	const closeWindows: Act = (stube) => {
		stube.presence.windows = 0;
		return fakeBrowser.windows.onRemoved.trigger(1);
	};
	const leaveUnused: Act = () => {
		vi.setSystemTime(Date.now() + 6 * minuteMs);
		return ring('lock-unused');
	};
	const cases: readonly [string, Partial<LockTriggers>, Act, string][] = [
		['an idle computer', { idleMinutes: 5 }, (stube) => stube.presence.be('idle'), 'idle'],
		['a locked screen', { onScreenLock: true }, (stube) => stube.presence.be('locked'), 'screen'],
		['the last window', { onWindowsClosed: true }, closeWindows, 'windows'],
		['minutes unused', { unusedMinutes: 5 }, leaveUnused, 'unused'],
	];

	test.each(cases)('%s', async (_, choice, act, reason) => {
		const chosen = await startOpen({ ...never, ...choice });
		await act(chosen);
		await settled();
		expect([await isOpen(), await loadLockReason()]).toEqual([false, reason]);

		const all = { ...firstTriggers, unusedMinutes: 5 };
		const none = Object.fromEntries(Object.keys(choice).map((key) => [key, never[key as never]]));
		fakeBrowser.reset();
		const other = await startOpen({ ...all, ...none });
		await act(other);
		await settled();
		expect(await isOpen()).toBe(true);
	});

	test('a screen that is locked while only an idle computer is to lock: once that time is over', async () => {
		const stube = await startOpen({ ...never, idleMinutes: 5 });
		stube.presence.be('locked');
		await settled();
		expect([await isOpen(), await alarms()]).toEqual([true, expect.arrayContaining(['lock-idle'])]);
		stube.presence.be('active');
		await settled();
		expect(await alarms()).not.toContain('lock-idle');
		stube.presence.be('locked');
		await settled();
		await ring('lock-idle');
		await settled();
		expect([await isOpen(), await loadLockReason()]).toEqual([false, 'idle']);
	});

	test('the browser’s own shortcut, always', async () => {
		const stube = await startOpen(never);
		stube.presence.press('lock');
		await settled();
		expect([await isOpen(), await loadLockReason()]).toEqual([false, 'asked']);
	});

	test('nothing where there is no lock', async () => {
		await saveTriggers(firstTriggers);
		const stube = await Running.start();
		stube.presence.be('locked');
		stube.presence.press('lock');
		await settled();
		expect([await isLocking(), stube.presence.reloads]).toEqual([false, 0]);
	});
});

describe('the memory', () => {
	test('is freed by a reload, once, however many ask to lock', async () => {
		const stube = await startOpen(firstTriggers);
		stube.presence.be('locked');
		await Promise.all([
			...Array.from({ length: 5 }, () => stube.ask({ command: 'lock' })),
			...Array.from({ length: 5 }, () => stube.presence.press('lock')),
		]);
		await settled();
		expect([await isOpen(), stube.presence.reloads]).toEqual([false, 1]);
	});

	test('is freed at most once in fifteen seconds: a lock that comes sooner takes the key at once', async () => {
		const pass = watchClock();
		const stube = await startOpen(firstTriggers);
		await stube.ask({ command: 'lock' });
		await settled();
		expect(stube.presence.reloads).toBe(1);
		// As after the reload: another worker, another session, and somebody who unlocks.
		await fakeBrowser.storage.session.clear();
		await stube.wake();
		await keep();
		await pass(5_000);
		await stube.ask({ command: 'lock' });
		await settled();
		expect([await isOpen(), stube.presence.reloads]).toEqual([false, 1]);
		await pass(9_900);
		expect(stube.presence.reloads).toBe(1);
		await pass(200);
		expect(stube.presence.reloads).toBe(2);
	});

	test('is left to whoever unlocked meanwhile', async () => {
		const pass = watchClock();
		const stube = await startOpen(firstTriggers);
		await fakeBrowser.storage.local.set({ 'reloaded-at': Date.now() });
		await stube.ask({ command: 'lock' });
		await settled();
		// As an unlock does it: the mark goes, then a key is kept.
		await fakeBrowser.storage.session.remove('locking');
		await keep();
		await pass(60_000);
		expect([await isOpen(), stube.presence.reloads]).toEqual([true, 0]);
	});

	test('is freed by the next worker where one died while it locked, and the key is gone', async () => {
		await keep();
		await fakeBrowser.storage.session.set({ locking: true });
		const stube = await Running.start();
		await settled();
		expect([await isOpen(), stube.presence.reloads]).toEqual([false, 1]);
	});
});
