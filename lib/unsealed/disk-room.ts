import { browser } from 'wxt/browser';
import { readKey } from './read-keys';
import { watchKeys } from './watch-keys';

/** Bytes the browser still has for us, noted only while they are few; for as long as it runs. */
const mark = 'disk-room';

/** `null` where there is room enough, or none knows how much. */
export async function markDiskRoom(bytes: number | null): Promise<void> {
	if (bytes === null) await browser.storage.session.remove(mark);
	else await browser.storage.session.set({ [mark]: bytes });
}

/** What is left where it is little, else `null`. */
export async function scarceDiskRoom(): Promise<number | null> {
	const bytes = await readKey('session', mark);
	return typeof bytes === 'number' ? bytes : null;
}

/** Calls back when that changes. Returns the unsubscriber. */
export const watchDiskRoom = (listener: () => void): (() => void) =>
	watchKeys('session', mark, listener);
