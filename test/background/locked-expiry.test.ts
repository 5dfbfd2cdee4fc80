import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startBackground } from '@/lib/background/start';
import { dayMs, weekMs } from '@/lib/model';
import { StoreError } from '@/lib/store/store';
import { FakeHosts } from './fake-hosts';
import { FakePresence } from './fake-presence';

beforeEach(() => {
	fakeBrowser.reset();
	new FakeHosts([]);
	new FakePresence();
});
afterEach(() => vi.useRealTimers());

async function startLocked(): Promise<number[]> {
	const effaced: number[] = [];
	await startBackground(
		() => Promise.reject(new StoreError('locked')),
		async (now) => void effaced.push(now),
	);
	return effaced;
}

const ring = (): Promise<unknown> =>
	fakeBrowser.alarms.onAlarm.trigger({
		name: 'expire-round',
		scheduledTime: 0,
		persistAcrossSessions: true,
	});

test('what is due while it is locked is effaced at the start and whenever the alarm rings', async () => {
	const before = Date.now();
	const effaced = await startLocked();
	await ring();
	await vi.waitFor(() => expect(effaced.length).toBeGreaterThan(1));
	expect(Math.min(...effaced)).toBeGreaterThanOrEqual(before);
});

test('a clock that jumps by years effaces nothing at once, locked or not', async () => {
	const before = Date.now();
	const effaced = await startLocked();
	vi.useFakeTimers({ now: before + 60 * weekMs, toFake: ['Date'] });
	const soFar = effaced.length;
	await ring();
	await vi.waitFor(() => expect(effaced.length).toBeGreaterThan(soFar));
	expect(Math.max(...effaced)).toBeLessThan(before + dayMs);
});
