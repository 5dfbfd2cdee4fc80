import { dayMs, hourMs } from '../model';

const minuteMs = 60_000;
const leastWidthMs = 15 * minuteMs;

/**
 * Width of a timer's buckets, and so how long after its second a copy can still be opened on
 * the disk at most: a sixteenth of the timer, at least 15 minutes, at most a day; whole hours
 * for timers of a day and more.
 */
export function bucketWidthMs(timer: number): number {
	const width = Math.min(Math.max(timer / 16, leastWidthMs), dayMs);
	const grain = timer >= dayMs ? hourMs : minuteMs;
	return Math.max(Math.floor(width / grain), 1) * grain;
}
