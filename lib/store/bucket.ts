import { clockStart } from '@/lib/inbox/expiry';
import { dayMs, hourMs, type Message, type Timer } from '@/lib/model';

/** `eternal` holds what has no expiry; a bucket is named by its end in minutes since 1970. */
export type Bucket = number | 'eternal';

export const minuteMs = 60_000;
const leastWidthMs = 15 * minuteMs;

/**
 * Width of a timer's buckets: a sixteenth of the timer, at least 15 minutes, at most a day;
 * whole hours for timers of a day and more.
 */
export function bucketWidthMs(timer: number): number {
	const width = Math.min(Math.max(timer / 16, leastWidthMs), dayMs);
	const grain = timer >= dayMs ? hourMs : minuteMs;
	return Math.max(Math.floor(width / grain), 1) * grain;
}

/** The bucket that holds a message under a timer: the first that ends at or after its expiry. */
export function bucketOf(message: Pick<Message, 'sentAt' | 'firstSeenAt'>, timer: Timer): Bucket {
	if (timer === 'off') return 'eternal';
	const expiryAt = clockStart(message.sentAt, message.firstSeenAt) + timer;
	const width = bucketWidthMs(timer);
	return (Math.ceil(expiryAt / width) * width) / minuteMs;
}

/** When all that a bucket can hold is past its time. */
export function bucketEndAt(bucket: Bucket): number {
	return bucket === 'eternal' ? Number.POSITIVE_INFINITY : bucket * minuteMs;
}
