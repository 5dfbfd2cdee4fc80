import { browser } from 'wxt/browser';
import type { ReaderOrder } from './obey-background';

/** A frozen tab answers when it thaws, which may be never. */
const pingMs = 1_000;

/** Whether a live reader of ours runs in a tab. */
export function isReaderAlive(tabId: number): Promise<boolean> {
	return isAnswered(send(tabId, 'ping', []));
}

/** Has the list of a tab caught up, or ends that; `false` if nothing there can. */
export function orderCatchUp(
	tabId: number,
	order: 'catch-up' | 'end-catch-up',
	origins: string[],
): Promise<boolean> {
	return isAnswered(send(tabId, order, origins));
}

async function isAnswered(sent: Promise<unknown>): Promise<boolean> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const silence = new Promise<null>((resolve) => {
		timer = setTimeout(resolve, pingMs, null);
	});
	const answer = await Promise.race([sent, silence]);
	clearTimeout(timer);
	return answer === true;
}

/** Ends the readers of the given origins in a tab, if there are any. */
export async function stopReaders(tabId: number, origins: string[]): Promise<void> {
	await send(tabId, 'stop', origins);
}

async function send(
	tabId: number,
	order: ReaderOrder['order'],
	origins: string[],
): Promise<unknown> {
	const message: ReaderOrder = { protocol: 'reader', order, origins };
	try {
		return await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
	} catch {
		// Rejects where no reader listens, which is what is asked.
		return null;
	}
}
