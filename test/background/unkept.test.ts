import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dayMs } from '@/lib/model';
import { countUnkept } from '@/lib/unsealed/unkept';
import { messageReading } from '../networks/readings';
import { capture, Running } from './running';

beforeEach(() => fakeBrowser.reset());

test('what was too old to be kept is counted once, however often its page shows it', async () => {
	const at = (agoMs: number) => {
		const time = Date.now() - agoMs;
		return { from: time, to: time, precision: 'exact' as const };
	};
	const messages = [
		messageReading({ id: '1', sentAt: at(40 * dayMs) }),
		messageReading({ id: '2', sentAt: at(35 * dayMs) }),
		messageReading({ id: '3', sentAt: at(dayMs) }),
	];
	const thread = { chatId: 'Ada', provisionalId: null, title: 'Ada', messages };
	const stube = await Running.start();
	await stube.tell('capture', capture('Ada', { thread }));
	expect(await countUnkept()).toBe(2);
	const older = {
		...thread,
		messages: [messageReading({ id: '0', sentAt: at(50 * dayMs) }), ...messages],
	};
	await stube.tell('capture', capture('Ada', { thread: older }));
	expect(await countUnkept()).toBe(3);
});

test('what is kept is not counted', async () => {
	const now = Date.now();
	const sentAt = { from: now, to: now, precision: 'exact' as const };
	const thread = {
		chatId: 'Ada',
		provisionalId: null,
		title: 'Ada',
		messages: [messageReading({ id: '1', sentAt })],
	};
	const stube = await Running.start();
	await stube.tell('capture', capture('Ada', { thread }));
	await stube.tell('capture', capture('Ada', { thread }));
	expect(await countUnkept()).toBe(0);
});
