import { isDiskFull, markDiskFull } from '@/lib/unsealed/disk-full';
import { failureCode } from './report-failure';

/** How long nothing is tried after the browser refused: readers send again meanwhile. */
const restMs = 60_000;

export interface RestWhenFull {
	/** Whether storing would only fail again. */
	isResting(): boolean;
	/** Runs what stores something, and notes whether there was room for it. */
	run<Result>(job: () => Promise<Result>): Promise<Result>;
}

/** Collecting stops where the browser stores no more, and goes on once it does. */
export function createRestWhenFull(now: () => number = () => Date.now()): RestWhenFull {
	let restsUntil = 0;
	/** As marked for the pages; `null` until a worker that was started anew has looked. */
	let isMarked: boolean | null = null;

	async function mark(isFull: boolean): Promise<void> {
		isMarked ??= await isDiskFull();
		if (isMarked === isFull) return;
		isMarked = isFull;
		await markDiskFull(isFull);
	}

	return {
		isResting: () => now() < restsUntil,
		async run(job) {
			try {
				const result = await job();
				await mark(false);
				return result;
			} catch (error) {
				if (failureCode(error) === 'quota') {
					restsUntil = now() + restMs;
					await mark(true);
				}
				throw error;
			}
		},
	};
}
