import { browser } from 'wxt/browser';
import { isLocking } from '@/lib/unsealed/locking';
import { rememberTabs } from './reopen-tabs';
import { reportFailure } from './report-failure';

/** In `storage.local`: when the extension last reloaded itself. */
const reloadedKey = 'reloaded-at';
/** Chromium ends an extension that reloads a few times in quick succession (2026-11). */
const pauseMs = 15_000;

/** In case the worker dies before its own timer: browsers ring no sooner than after 30 s. */
const reloadAlarm = 'reload';
const alarmMs = 30_000;

export interface Reload {
	/** Reloads the extension now, or once enough time has passed since the last time. */
	soon(): Promise<void>;
	isOurs(alarmName: string): boolean;
}

/** Frees the memory of every page and of the worker, which nothing else does for certain. */
export function createReload(): Reload {
	let timer: ReturnType<typeof setTimeout> | null = null;
	let isReloading = false;

	async function soon(): Promise<void> {
		const leftMs = await pauseLeft();
		if (leftMs <= 0) return reload();
		if (timer !== null) return;
		timer = setTimeout(() => {
			timer = null;
			soon().catch((error: unknown) => reportFailure('reloading', error));
		}, leftMs);
		await browser.alarms.create(reloadAlarm, { when: Date.now() + alarmMs });
	}

	async function reload(): Promise<void> {
		// Whoever unlocked meanwhile must not be thrown out. Firefox starts nothing any more where
		// it is told twice (2026-11, ESR 153).
		if (!(await isLocking()) || isReloading) return;
		isReloading = true;
		await browser.alarms.clear(reloadAlarm);
		await browser.storage.local.set({ [reloadedKey]: Date.now() });
		await rememberTabs().catch((error: unknown) => reportFailure('noting tabs', error));
		browser.runtime.reload();
	}

	return { soon, isOurs: (alarmName) => alarmName === reloadAlarm };
}

async function pauseLeft(): Promise<number> {
	const at = (await browser.storage.local.get(reloadedKey))[reloadedKey];
	const sinceMs = typeof at === 'number' ? Date.now() - at : pauseMs;
	// A clock that was set back must not keep the memory for ever.
	return sinceMs < 0 ? 0 : pauseMs - sinceMs;
}
