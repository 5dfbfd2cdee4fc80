import { browser } from 'wxt/browser';
import { readKey } from './read-keys';

/** Why the vault was locked last; `restart` where nobody was there to say. */
export const lockReasons = ['asked', 'unused', 'idle', 'screen', 'windows', 'restart'] as const;
export type LockReason = (typeof lockReasons)[number];

const key = 'locked-because';

/** To be noted before the key goes: a worker may die right after. */
export async function noteLockReason(reason: LockReason): Promise<void> {
	await browser.storage.local.set({ [key]: reason });
}

/** From an unlock on: whatever ends it without a word was the browser or the extension itself. */
export async function forgetLockReason(): Promise<void> {
	await browser.storage.local.remove(key);
}

export async function loadLockReason(): Promise<LockReason> {
	const found = await readKey('local', key);
	return lockReasons.find((reason) => reason === found) ?? 'restart';
}
