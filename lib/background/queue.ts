/** Runs jobs one after the other, in the order given. */
export interface Queue {
	/** Settles as the job does. */
	run<Result>(job: () => Promise<Result>): Promise<Result>;
	/** Jobs that run or wait. */
	readonly length: number;
}

export function createQueue(): Queue {
	let last: Promise<unknown> = Promise.resolve();
	let length = 0;
	return {
		run(job) {
			length += 1;
			const settled = last.then(job).finally(() => {
				length -= 1;
			});
			// A job that fails tells its own caller; the next one runs all the same.
			last = settled.catch(() => undefined);
			return settled;
		},
		get length() {
			return length;
		},
	};
}
