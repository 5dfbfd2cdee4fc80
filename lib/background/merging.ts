import { browser } from 'wxt/browser';
import type { Store } from '@/lib/store/store';
import type { OpenInbox } from './open-inbox';
import type { Queue } from './queue';
import { reportFailure } from './report-failure';

/** In case the worker dies before its own timer: browsers ring no sooner than after 30 s. */
const mergeAlarm = 'merge';
const alarmMs = 40_000;

/** What must go is effaced within a minute, and edits that come together go together. */
const urgentAfterMs = 15_000;
/** A merge waits for a pause: while captures come, nobody waits for it. */
const quietMs = 3_000;
/** From here on readers feel it. */
const plenty = { commits: 64, messages: 256 } as const;

export interface Merging {
	/** To be called after each change: plans a merge where one is needed. */
	plan(inbox: Store): void;
	/** Merges now, if anything waits. */
	merge(): Promise<void>;
	isOurs(alarmName: string): boolean;
}

/** Puts what commits added into pages when there is much of it, or something in it must go. */
export function createMerging(openInbox: OpenInbox, queue: Queue): Merging {
	let timer: ReturnType<typeof setTimeout> | null = null;
	let isUrgent = false;

	async function merge(): Promise<void> {
		if (timer !== null) clearTimeout(timer);
		timer = null;
		isUrgent = false;
		try {
			await queue.run(async () => (await openInbox()).merge());
			await browser.alarms.clear(mergeAlarm);
		} catch (error) {
			reportFailure('merging', error);
		}
	}

	function after(ms: number): void {
		if (timer !== null) clearTimeout(timer);
		timer = setTimeout(() => void merge(), ms);
	}

	return {
		merge,
		isOurs: (alarmName) => alarmName === mergeAlarm,
		plan({ waiting }) {
			// The first that must go sets the time: later ones must not put it off.
			if (isUrgent) return;
			const isMuch = waiting.commits >= plenty.commits || waiting.messages >= plenty.messages;
			if (!waiting.isUrgent && !isMuch) return;
			if (waiting.isUrgent) {
				isUrgent = true;
				void browser.alarms.create(mergeAlarm, { when: Date.now() + alarmMs });
			}
			after(waiting.isUrgent ? urgentAfterMs : quietMs);
		},
	};
}
