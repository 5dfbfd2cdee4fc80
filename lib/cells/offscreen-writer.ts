import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type WriteAnswer, type WriteRequest, type Writer, writeAnswerSchema } from './writer';

/** How a change looks on its way to the offscreen page. */
export interface CellsMessage {
	protocol: 'cells';
	request: WriteRequest;
}

export const offscreenPage = '/offscreen.html';

/** On its way up for whoever of this worker asks: a second attempt would close the first one's page. */
let opening: Promise<void> | null = null;

/**
 * Chromium's service worker has no threads of its own: it asks an offscreen page to write
 * with one. That page closes itself when it has nothing to do, also just as it is asked, or
 * was left behind by an earlier worker; changes may be asked for again, so they are.
 */
export function createOffscreenWriter(): Writer {
	return async (request) => {
		for (const _ of [1, 2, 3]) {
			const answer = await ask(request);
			if (answer) return answer;
			opening ??= openPage().finally(() => {
				opening = null;
			});
			await opening;
		}
		return (await ask(request)) ?? { done: false, reason: 'no-answer' };
	};
}

/** `null` if nobody answered. */
async function ask(request: WriteRequest): Promise<WriteAnswer | null> {
	const message: CellsMessage = { protocol: 'cells', request };
	try {
		const answer = v.safeParse(writeAnswerSchema, await browser.runtime.sendMessage(message));
		return answer.success ? answer.output : null;
	} catch {
		// Rejects with texts that differ by version; each means that nobody answered.
		return null;
	}
}

async function openPage(): Promise<void> {
	if (await createPage()) return;
	// One stands there and did not answer: it is on its way out, or never came up.
	await browser.offscreen.closeDocument().catch(() => undefined);
	await createPage();
}

/** `false` if there is one already. */
async function createPage(): Promise<boolean> {
	try {
		await browser.offscreen.createDocument({
			url: offscreenPage,
			reasons: ['WORKERS'],
			justification: 'Overwrites erased keys in place, which only a worker thread can.',
		});
		return true;
	} catch (error) {
		const pages = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
		if (pages.length > 0) return false;
		throw error;
	}
}
