import { browser } from 'wxt/browser';

/** That something collected while locked had to go before anybody unlocked; not what, or whose. */
const key = 'lost-while-locked';

export async function noteLoss(): Promise<void> {
	await browser.storage.local.set({ [key]: true });
}

export async function isAnythingLost(): Promise<boolean> {
	return (await browser.storage.local.get(key))[key] === true;
}

/** Once it was read. */
export async function forgetLoss(): Promise<void> {
	await browser.storage.local.remove(key);
}

/** Calls back when that changed. Returns the unsubscriber. */
export function watchLoss(listener: () => void): () => void {
	const hear = (changes: Record<string, unknown>, area: string): void => {
		if (area === 'local' && key in changes) listener();
	};
	browser.storage.onChanged.addListener(hear);
	return () => browser.storage.onChanged.removeListener(hear);
}
