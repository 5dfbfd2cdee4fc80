export type { CorpusOptions, Samples } from '../../test/bench/store/cases';

/** How long a job took, in milliseconds. */
export async function timed(job: () => unknown): Promise<number> {
	const start = performance.now();
	await job();
	return performance.now() - start;
}

/**
 * For what is shorter than the clock's grain and done again and again: the mean of as many
 * runs as fill some milliseconds, after a first one that makes the code and its tables warm.
 */
export function timedOften(job: () => unknown, leastMs = 60): number {
	job();
	const start = performance.now();
	let runs = 0;
	let spent = 0;
	do {
		job();
		runs += 1;
		spent = performance.now() - start;
	} while (spent < leastMs);
	return spent / runs;
}
