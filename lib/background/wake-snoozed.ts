import { browser } from 'wxt/browser';
import { isWoken, withFlags } from '@/lib/inbox/own-flags';
import type { ChatRow } from '@/lib/model';
import type { OpenInbox } from './open-inbox';
import type { Queue } from './queue';
import { reportFailure } from './report-failure';

const wakeAlarm = 'wake-snoozed';

/** Brings chats back that were put away until a time that has come. */
export interface Waking {
	/** Sets the alarm for the next that wakes, if any will. */
	plan(rows: readonly ChatRow[]): Promise<void>;
	/** What woke is unread from now on, until it is opened or marked read here. */
	wake(): Promise<void>;
	isOurs(alarmName: string): boolean;
}

export function createWaking(openInbox: OpenInbox, queue: Queue): Waking {
	return {
		async plan(rows) {
			const times = rows.flatMap(({ chat }) => chat.own?.snooze?.untilAt ?? []);
			if (times.length === 0) await browser.alarms.clear(wakeAlarm);
			else {
				const when = Math.max(
					times.reduce((a, b) => Math.min(a, b)),
					Date.now(),
				);
				await browser.alarms.create(wakeAlarm, { when });
			}
		},
		async wake() {
			try {
				await queue.run(async () =>
					(await openInbox()).update(async (stored) => {
						const now = Date.now();
						const woken = (await stored.chats()).filter((chat) => isWoken(chat, now));
						const chats = woken.map((chat) => withFlags(chat, { snooze: null, read: false }));
						return chats.length === 0 ? null : { chats };
					}),
				);
			} catch (error) {
				reportFailure('waking what was snoozed', error);
			}
		},
		isOurs: (alarmName) => alarmName === wakeAlarm,
	};
}
