import { browser } from 'wxt/browser';
import { lastUse, noteUse } from '@/lib/unsealed/last-use';
import type { LockReason } from '@/lib/unsealed/lock-reasons';
import { loadTriggers, watchTriggers } from '@/lib/unsealed/lock-triggers';
import { reportFailure } from './report-failure';

const unusedAlarm = 'lock-unused';
const idleAlarm = 'lock-idle';
const minuteMs = 60_000;
/** As browsers know it while nothing is chosen, in seconds; below 15 they take no number. */
const longestIdle = 24 * 60 * 60;

export interface LockTriggersWatch {
	/** Plans what follows from the choices: at every start and at each unlock. */
	plan(): Promise<void>;
	/** To be called for each alarm, whoever set it. */
	ring(alarmName: string): Promise<void>;
}

/**
 * Locks when nobody seems to be there. Every listener is registered at once.
 *
 * @param isOpen Whether there is anything to lock.
 */
export function watchLockTriggers(
	isOpen: () => Promise<boolean>,
	lock: (reason: LockReason) => Promise<void>,
): LockTriggersWatch {
	const unhurried = (job: Promise<void>): void => {
		job.catch((error: unknown) => reportFailure('watching when to lock', error));
	};

	browser.idle.onStateChanged.addListener((state) => unhurried(hearState(state)));
	browser.windows.onRemoved.addListener(() => unhurried(hearClosed()));
	browser.commands.onCommand.addListener((command) => {
		if (command === 'lock') unhurried(lock('asked'));
	});
	watchTriggers(() => unhurried(plan()));

	async function hearState(state: string): Promise<void> {
		const { idleMinutes, onScreenLock } = await loadTriggers();
		if (state === 'active') await browser.alarms.clear(idleAlarm);
		else if (state === 'locked' && onScreenLock) await lock('screen');
		else if (idleMinutes === null) return;
		else if (state === 'idle') await lock('idle');
		// A locked screen is never reported idle: from then on nobody is there.
		else await browser.alarms.create(idleAlarm, { delayInMinutes: idleMinutes });
	}

	async function hearClosed(): Promise<void> {
		const { onWindowsClosed } = await loadTriggers();
		if (!onWindowsClosed) return;
		if ((await browser.windows.getAll({ windowTypes: ['normal'] })).length === 0) {
			await lock('windows');
		}
	}

	async function plan(): Promise<void> {
		const { unusedMinutes, idleMinutes } = await loadTriggers();
		browser.idle.setDetectionInterval(idleMinutes === null ? longestIdle : idleMinutes * 60);
		if (unusedMinutes === null || !(await isOpen())) {
			await browser.alarms.clear(unusedAlarm);
			return;
		}
		const usedAt = (await lastUse()) ?? Date.now();
		await noteUse(usedAt);
		const leftMs = usedAt + unusedMinutes * minuteMs - Date.now();
		if (leftMs <= 0) await lock('unused');
		else await browser.alarms.create(unusedAlarm, { when: Date.now() + leftMs });
	}

	return {
		plan,
		async ring(alarmName) {
			if (alarmName === unusedAlarm) await plan();
			if (alarmName === idleAlarm && (await loadTriggers()).idleMinutes !== null)
				await lock('idle');
		},
	};
}
