import { browser } from 'wxt/browser';
import { readKey } from './read-keys';

/** In `storage.session`: when a view of Stube was last used. */
const key = 'used-at';

export async function noteUse(at: number): Promise<void> {
	await browser.storage.session.set({ [key]: at });
}

/** `null` if none was since the browser or the extension started. */
export async function lastUse(): Promise<number | null> {
	const at = await readKey('session', key);
	return typeof at === 'number' ? at : null;
}
