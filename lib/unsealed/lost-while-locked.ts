import { browser } from 'wxt/browser';
import { watchKeys } from './watch-keys';

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
export const watchLoss = (listener: () => void): (() => void) => watchKeys('local', key, listener);
