import { browser } from 'wxt/browser';
import { readKey } from './read-keys';
import { watchKeys } from './watch-keys';

/**
 * Whether collecting rests because the browser refuses to store more. Nothing is deleted to
 * make room; what the messengers' pages show is sent again once there is some.
 */
const mark = 'disk-full';

export async function markDiskFull(isFull: boolean): Promise<void> {
	if (isFull) await browser.storage.session.set({ [mark]: true });
	else await browser.storage.session.remove(mark);
}

export async function isDiskFull(): Promise<boolean> {
	return (await readKey('session', mark)) === true;
}

/** Calls back when that changes. Returns the unsubscriber. */
export const watchDiskFull = (listener: () => void): (() => void) =>
	watchKeys('session', mark, listener);
