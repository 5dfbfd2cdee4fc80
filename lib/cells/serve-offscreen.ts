import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isOwnPage } from '@/lib/messaging/sender';
import { createWorkerWriter } from './worker-writer';
import { type WriteAnswer, writeRequestSchema } from './writer';

/** As long as several changes of one job may lie apart. */
const quietMs = 10_000;

const messageSchema = v.object({ protocol: v.literal('cells'), request: v.unknown() });

/** In the offscreen page: writes for the service worker, and closes the page after some quiet. */
export function serveOffscreen(close: () => void): void {
	const write = createWorkerWriter(browser.runtime.getURL('/cells-worker.js'));
	let running = 0;
	let end = setTimeout(close, quietMs);

	async function answer(asked: unknown): Promise<WriteAnswer> {
		const request = v.safeParse(writeRequestSchema, asked);
		if (!request.success) return { done: false, reason: 'refused' };
		clearTimeout(end);
		running += 1;
		const what = await write(request.output);
		running -= 1;
		clearTimeout(end);
		if (running === 0) end = setTimeout(close, quietMs);
		return what;
	}

	browser.runtime.onMessage.addListener((message: unknown, sender) => {
		const parsed = v.safeParse(messageSchema, message);
		if (!parsed.success) return undefined;
		if (!isOwnPage(sender, browser.runtime.id, browser.runtime.getURL(''))) {
			return Promise.resolve({ done: false, reason: 'refused' });
		}
		return answer(parsed.output.request);
	});
}
