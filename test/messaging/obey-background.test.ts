import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { obeyBackground } from '@/lib/messaging/obey-background';

beforeEach(() => fakeBrowser.reset());

const origin = 'https://www.messenger.com';
const say = (message: unknown) =>
	fakeBrowser.runtime.onMessage.trigger(message, {}, () => undefined);
const order = (order: string, ...origins: string[]) => ({ protocol: 'reader', order, origins });

test('a reader answers that it lives', async () => {
	const stop = vi.fn();
	obeyBackground(origin, stop);
	expect(await say(order('ping'))).toEqual([true]);
	expect(stop).not.toHaveBeenCalled();
});

test('a reader ends when its own host is turned off, not when another is', async () => {
	const stop = vi.fn();
	obeyBackground(origin, stop);
	await say(order('stop', 'https://www.facebook.com'));
	expect(stop).not.toHaveBeenCalled();
	await say(order('stop', 'https://www.facebook.com', origin));
	expect(stop).toHaveBeenCalledOnce();
});

test('a reader leaves what is not meant for it to others', async () => {
	const stop = vi.fn();
	obeyBackground(origin, stop);
	for (const message of [null, 'stop', { protocol: 'inbox' }, { protocol: 'reader' }]) {
		expect(await say(message)).toEqual([undefined]);
	}
	expect(stop).not.toHaveBeenCalled();
});
