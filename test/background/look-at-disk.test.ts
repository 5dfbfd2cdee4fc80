import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { scarceDiskRoom } from '@/lib/unsealed/disk-room';
import { capture, Running } from './running';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.unstubAllGlobals());

function diskWith(estimate: StorageEstimate) {
	const look = vi.fn(async () => estimate);
	vi.stubGlobal('navigator', { ...navigator, locks: navigator.locks, storage: { estimate: look } });
	return look;
}

async function ring(): Promise<void> {
	const alarm = await fakeBrowser.alarms.get('expire-round');
	if (!alarm) throw new Error('no round is planned');
	await fakeBrowser.alarms.onAlarm.trigger(alarm);
}

describe('a disk', () => {
	test('that is almost full is told to the pages, and no more once there is room', async () => {
		await Running.start();
		diskWith({ quota: 1_000_000_000, usage: 700_000_000 });
		await ring();
		await vi.waitFor(async () => expect(await scarceDiskRoom()).toBe(300_000_000));
		diskWith({ quota: 10_000_000_000, usage: 700_000_000 });
		await ring();
		await vi.waitFor(async () => expect(await scarceDiskRoom()).toBeNull());
	});

	test('of which the browser does not tell is not called full', async () => {
		await Running.start();
		const look = diskWith({});
		await ring();
		await vi.waitFor(() => expect(look).toHaveBeenCalled());
		expect(await scarceDiskRoom()).toBeNull();
	});

	test('is looked at when the browser starts, not at each capture or waking', async () => {
		const look = diskWith({ quota: 400_000_000, usage: 0 });
		const stube = await Running.start();
		expect(await scarceDiskRoom()).toBe(400_000_000);
		expect(await stube.tell('capture', capture())).toMatchObject({ stored: true });
		await stube.wake();
		expect(look).toHaveBeenCalledTimes(1);
	});
});
