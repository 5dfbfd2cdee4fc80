import { browser } from 'wxt/browser';
import { refuseWhatWent } from '@/lib/inbox/expired-through';
import type { ClockVerdict } from '@/lib/inbox/trusted-clock';
import type { Store } from '@/lib/store/store';
import { lookAtClock, settleSetBack } from './clock';
import { forgetQuotes } from './forget-quotes';
import type { OpenInbox } from './open-inbox';
import type { Queue } from './queue';
import { failureCode, reportFailure } from './report-failure';

/** One alarm for what is due next, and one in case that was missed: a clock set, a sleep. */
const dueAlarm = 'expire-due';
const roundAlarm = 'expire-round';
const roundMinutes = 30;

export interface Schedule {
	/** Removes what is due now, and plans the next time. */
	expire(): Promise<void>;
	/**
	 * Expires at once where the clock was set back, or what is due waits for a late alarm: before
	 * a page brings anything in again, or tells of a longer timer.
	 */
	followClock(): Promise<void>;
	/** Sets the alarm for what is due next; `null` if nothing will be. */
	plan(nextDueAt: number | null): Promise<void>;
	/** Makes sure of the round. Firefox's alarms do not outlive the browser: call at every start. */
	begin(): Promise<void>;
	isOurs(alarmName: string): boolean;
	/** The one that rings every half hour, whatever is due. */
	isRound(alarmName: string): boolean;
}

async function keepAway(
	inbox: Store,
	setBack: { setBackFrom: number; now: number },
): Promise<void> {
	await inbox.update(async (stored) => {
		const [settings, ...chats] = await Promise.all([
			stored.settings(),
			stored.chats(),
			stored.goneChats(),
		]);
		return { chats: refuseWhatWent(chats.flat(), settings, setBack) };
	});
	await settleSetBack(setBack.now);
}

/** `effaceLocked` does what can be done without the inbox, while it is locked. */
export function createSchedule(
	openInbox: OpenInbox,
	queue: Queue,
	effaceLocked: (now: number) => Promise<void>,
): Schedule {
	let planned: number | null | undefined;
	let lookedAt = 0;

	const isRinging = (): boolean => typeof planned === 'number' && planned <= Date.now();

	async function plan(nextDueAt: number | null): Promise<void> {
		// Browsers ring late (Chrome 30 s, 2026-11): what is due by now waits for that alarm, and
		// must not be put off by a change that comes in between.
		if (nextDueAt === planned || isRinging()) return;
		planned = nextDueAt;
		if (nextDueAt === null) await browser.alarms.clear(dueAlarm);
		else await browser.alarms.create(dueAlarm, { when: Math.max(nextDueAt, Date.now()) });
	}

	/** Needs no key: what has ended is effaced all the same. */
	async function expireLocked(): Promise<void> {
		try {
			const { eraseAt } = await lookAtClock(Date.now());
			await queue.run(() => effaceLocked(eraseAt));
		} catch (error) {
			reportFailure('effacing while locked', error);
		}
	}

	/** Sees to it that what went while the clock was later does not come back with it. */
	async function settleClock(inbox: Store): Promise<Omit<ClockVerdict, 'state'>> {
		const now = Date.now();
		lookedAt = now;
		const verdict = await lookAtClock(now);
		const { setBack } = verdict;
		if (setBack !== null) {
			// By the clock as it is now that is not due: it was, where no sweep came in time.
			await forgetQuotes(inbox, setBack.wentBy);
			await inbox.expire(setBack.wentBy);
			await keepAway(inbox, { setBackFrom: setBack.from, now });
		}
		return verdict;
	}

	async function expire(): Promise<void> {
		// An alarm that has rung is gone, whatever was planned before.
		planned = undefined;
		try {
			const { lookAgainAt, nextDueAt } = await queue.run(async () => {
				const inbox = await openInbox();
				const verdict = await settleClock(inbox);
				await forgetQuotes(inbox, verdict.eraseAt);
				return { ...verdict, ...(await inbox.expire(verdict.eraseAt)) };
			});
			// By a clock that is not believed all of it is due: nothing would come of ringing at once.
			await plan(lookAgainAt ?? nextDueAt);
		} catch (error) {
			if (failureCode(error) === 'locked') await expireLocked();
			else reportFailure('removing what is due', error);
		}
	}

	return {
		plan,
		expire,
		async followClock() {
			if (Date.now() < lookedAt || isRinging()) await expire();
		},
		async begin() {
			const round = await browser.alarms.get(roundAlarm);
			if (!round) await browser.alarms.create(roundAlarm, { periodInMinutes: roundMinutes });
		},
		isOurs: (alarmName) => alarmName === dueAlarm || alarmName === roundAlarm,
		isRound: (alarmName) => alarmName === roundAlarm,
	};
}
