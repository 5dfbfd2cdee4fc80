const lastJobs = new Map<string, Promise<unknown>>();
/** How many jobs of this context run or wait. */
const asked = new Map<string, number>();

/**
 * Runs one job at a time per name: over worker and pages by a Web Lock, which the browser
 * takes back from a context that dies; within this context where there are no Web Locks.
 * Commits check for themselves that nothing came between, so the lock saves work, not data.
 */
export function exclusively<T>(
	name: string,
	job: () => Promise<T>,
	locks: LockManager | undefined = globalThis.navigator?.locks,
): Promise<T> {
	asked.set(name, countAsked(name) + 1);
	return inTurn(name, job, locks).finally(() => asked.set(name, countAsked(name) - 1));
}

/**
 * The same in two parts, of which the first begins at once where this context has nothing
 * else to do under that name: asking for the lock takes as long as preparing what is small.
 */
export function exclusivelyAfter<Prepared, T>(
	name: string,
	prepare: () => Promise<Prepared>,
	job: (prepared: Promise<Prepared>) => Promise<T>,
): Promise<T> {
	const isNext = countAsked(name) === 0;
	let prepared: Promise<Prepared> | null = null;
	const begin = (): Promise<Prepared> => {
		prepared ??= prepare();
		return prepared;
	};
	const done = exclusively(name, () => job(begin()));
	// The job itself tells of what fails here.
	if (isNext) begin().catch(() => undefined);
	return done;
}

function countAsked(name: string): number {
	return asked.get(name) ?? 0;
}

function inTurn<T>(
	name: string,
	job: () => Promise<T>,
	locks: LockManager | undefined,
): Promise<T> {
	if (locks) return locks.request(name, job) as Promise<T>;
	const turn = (lastJobs.get(name) ?? Promise.resolve()).then(job, job);
	lastJobs.set(name, turn);
	return turn;
}
