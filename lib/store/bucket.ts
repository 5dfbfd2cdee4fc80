import { bucketWidthMs } from '@/lib/inbox/bucket-width';
import { clockStart } from '@/lib/inbox/expiry';
import type { Message, Timer } from '@/lib/model';

/** `eternal` holds what has no expiry; a bucket is named by its end in minutes since 1970. */
export type Bucket = number | 'eternal';

export const minuteMs = 60_000;

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
