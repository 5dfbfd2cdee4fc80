import { dayMs, type Settings, type TimerChange } from '../model';

/** What was changed longer ago is forgotten, and so is what is further down. */
const loggedMs = 30 * dayMs;
const loggedMost = 20;

/** Settings in which a change of a timer is noted, the last one first. */
export function withTimerChange(settings: Settings, change: TimerChange): Settings {
	return {
		...settings,
		timerLog: [change, ...recentChanges(settings, change.at)].slice(0, loggedMost),
	};
}

/** What of the log may still be shown. */
export function recentChanges({ timerLog = [] }: Settings, now: number): TimerChange[] {
	return timerLog.filter(({ at }) => at + loggedMs > now);
}
