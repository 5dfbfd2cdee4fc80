import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { readKey } from './read-keys';
import { watchKeys } from './watch-keys';

/**
 * What locks besides the button and the key, each by choice: kept beside the vault, since it
 * is asked while the vault is closed, and says nothing about anybody.
 */
const key = 'lock-triggers';

const minutes = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_440)));

const triggersSchema = v.object({
	/** Minutes without a key or pointer in any view of Stube; `null` for never. */
	unusedMinutes: minutes,
	/** Minutes without a key or pointer anywhere on the computer; `null` for never. */
	idleMinutes: minutes,
	/** When the screen is locked, where the browser tells. */
	onScreenLock: v.boolean(),
	/** When the last window closes and the browser itself runs on. */
	onWindowsClosed: v.boolean(),
});
export type LockTriggers = v.InferOutput<typeof triggersSchema>;

export const firstTriggers: LockTriggers = {
	unusedMinutes: 30,
	idleMinutes: 10,
	onScreenLock: true,
	onWindowsClosed: true,
};

export async function loadTriggers(): Promise<LockTriggers> {
	const found = v.safeParse(triggersSchema, await readKey('local', key));
	return found.success ? found.output : firstTriggers;
}

export async function saveTriggers(triggers: LockTriggers): Promise<void> {
	await browser.storage.local.set({ [key]: triggers });
}

/** Calls back when a choice changed. Returns the unsubscriber. */
export const watchTriggers = (listener: () => void): (() => void) =>
	watchKeys('local', key, listener);
