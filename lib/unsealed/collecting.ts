import { browser } from 'wxt/browser';
import { readKey } from './read-keys';
import { watchKeys } from './watch-keys';

/** Whether what pages show is collected while locked; said in clear, since it is asked then. */
const key = 'collects-while-locked';

export async function loadCollecting(): Promise<boolean> {
	const found = await readKey('local', key);
	return typeof found === 'boolean' ? found : true;
}

export async function saveCollecting(isOn: boolean): Promise<void> {
	await browser.storage.local.set({ [key]: isOn });
}

/** Calls back when that changed. Returns the unsubscriber. */
export const watchCollecting = (listener: () => void): (() => void) =>
	watchKeys('local', key, listener);
