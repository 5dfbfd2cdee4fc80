import { bucketWidthMs } from '@/lib/inbox/bucket-width';
import { type Copy, expiresAt, storyMs } from '@/lib/inbox/expiry';
import type { Lifespan } from '@/lib/model';

/** `eternal` holds what has no expiry; a bucket is named by its end in minutes since 1970. */
export type Bucket = number | 'eternal';

export const minuteMs = 60_000;

/** The bucket that holds a copy: the first that ends at or after its expiry. */
export function bucketOf(copy: Copy, lifespan: Lifespan): Bucket {
	const expiryAt = expiresAt(copy, lifespan);
	if (expiryAt === null) return 'eternal';
	const width = bucketWidthMs(shortestOf(copy, lifespan));
	return (Math.ceil(expiryAt / width) * width) / minuteMs;
}

/** Of the timers that a copy may go by. */
function shortestOf({ toStory }: Copy, lifespan: Lifespan): number {
	const timers = typeof lifespan === 'object' ? [lifespan.sent, lifespan.read] : [lifespan];
	const finite = timers.filter((timer) => timer !== 'off');
	return Math.min(...finite, ...(toStory ? [storyMs] : []));
}

/** When all that a bucket can hold is past its time. */
export function bucketEndAt(bucket: Bucket): number {
	return bucket === 'eternal' ? Number.POSITIVE_INFINITY : bucket * minuteMs;
}
