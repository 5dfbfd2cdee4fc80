import { browser } from 'wxt/browser';

/** Bytes the browser still has for us, noted only while they are few; for as long as it runs. */
const mark = 'disk-room';

/** `null` where there is room enough, or none knows how much. */
export async function markDiskRoom(bytes: number | null): Promise<void> {
	if (bytes === null) await browser.storage.session.remove(mark);
	else await browser.storage.session.set({ [mark]: bytes });
}

/** What is left where it is little, else `null`. */
export async function scarceDiskRoom(): Promise<number | null> {
	const bytes = (await browser.storage.session.get(mark))[mark];
	return typeof bytes === 'number' ? bytes : null;
}

/** Calls back when that changes. Returns the unsubscriber. */
export function watchDiskRoom(listener: () => void): () => void {
	const hear = (changes: Record<string, unknown>, area: string): void => {
		if (area === 'session' && mark in changes) listener();
	};
	browser.storage.onChanged.addListener(hear);
	return () => browser.storage.onChanged.removeListener(hear);
}
