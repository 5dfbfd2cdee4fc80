import { browser } from 'wxt/browser';
import { readKey } from './read-keys';

/** The same app in three frames; each goes on where it was left. */
export type FrameName = 'popup' | 'panel' | 'tab';

const keyOf = (frame: FrameName): string => `place:${frame}`;

/**
 * Where someone was in a frame, in the browser's memory alone: it holds which chat was open
 * and what was searched for, so it must not reach the disk, nor any address or title. It
 * goes with the session of the extension, and with that at each lock.
 */
export async function keptPlace(frame: FrameName): Promise<unknown> {
	return await readKey('session', keyOf(frame));
}

export async function keepPlace(frame: FrameName, place: object): Promise<void> {
	await browser.storage.session.set({ [keyOf(frame)]: place });
}

/** To be called when it is locked: a reload takes it all, but may come a little later. */
export async function forgetPlaces(): Promise<void> {
	await browser.storage.session.remove((['popup', 'panel', 'tab'] as const).map(keyOf));
}
