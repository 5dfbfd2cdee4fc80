import { browser } from 'wxt/browser';
import { watchKeys } from './watch-keys';

/** Whether what pages show is collected while locked; said in clear, since it is asked then. */
const key = 'collects-while-locked';

/**
 * By itself not in Firefox: there what was collected while locked was seen not to be listed
 * after the unlock (2026-11). Not acknowledged, it is sent again once somebody unlocks.
 */
const isUsual = import.meta.env.BROWSER !== 'firefox';

export async function loadCollecting(): Promise<boolean> {
	const found = (await browser.storage.local.get(key))[key];
	return typeof found === 'boolean' ? found : isUsual;
}

export async function saveCollecting(isOn: boolean): Promise<void> {
	await browser.storage.local.set({ [key]: isOn });
}

/** Calls back when that changed. Returns the unsubscriber. */
export const watchCollecting = (listener: () => void): (() => void) =>
	watchKeys('local', key, listener);
