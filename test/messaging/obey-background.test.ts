import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { obeyBackground } from '@/lib/messaging/obey-background';

beforeEach(() => fakeBrowser.reset());

const obedience = () => ({ stop: vi.fn(), 'catch-up': vi.fn(), 'end-catch-up': vi.fn() });
const origin = 'https://www.messenger.com';
const say = (message: unknown) =>
	fakeBrowser.runtime.onMessage.trigger(message, {}, () => undefined);
const order = (order: string, ...origins: string[]) => ({ protocol: 'reader', order, origins });

test('a reader answers that it lives', async () => {
	const obeys = obedience();
	obeyBackground(origin, obeys);
	expect(await say(order('ping'))).toEqual([true]);
	for (const act of Object.values(obeys)) expect(act).not.toHaveBeenCalled();
});

test('a reader ends when its own host is turned off, not when another is', async () => {
	const obeys = obedience();
	obeyBackground(origin, obeys);
	await say(order('stop', 'https://www.facebook.com'));
	expect(obeys.stop).not.toHaveBeenCalled();
	await say(order('stop', 'https://www.facebook.com', origin));
	expect(obeys.stop).toHaveBeenCalledOnce();
});

test('a reader leaves what is not meant for it to others', async () => {
	const obeys = obedience();
	obeyBackground(origin, obeys);
	for (const message of [
		null,
		'stop',
		{ protocol: 'inbox' },
		{ protocol: 'reader' },
		order('dance', origin),
	]) {
		expect(await say(message)).toEqual([undefined]);
	}
	for (const act of Object.values(obeys)) expect(act).not.toHaveBeenCalled();
});

test('what catches up a list does so and ends that when told so for its own host', async () => {
	const obeys = { 'catch-up': vi.fn(), 'end-catch-up': vi.fn() };
	obeyBackground(origin, obeys);
	await say(order('catch-up', 'https://www.facebook.com'));
	expect(obeys['catch-up']).not.toHaveBeenCalled();
	expect(await say(order('catch-up', origin))).toEqual([true]);
	expect(obeys['catch-up']).toHaveBeenCalledOnce();
	await say(order('end-catch-up', origin));
	expect(obeys['end-catch-up']).toHaveBeenCalledOnce();
});

test('a reader alone does not say that it catches up', async () => {
	const obeys = { stop: vi.fn() };
	obeyBackground(origin, obeys);
	expect(await say(order('catch-up', origin))).toEqual([undefined]);
});
