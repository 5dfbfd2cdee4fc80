const lastJobs = new Map<string, Promise<unknown>>();

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
	if (locks) return locks.request(name, job) as Promise<T>;
	const turn = (lastJobs.get(name) ?? Promise.resolve()).then(job, job);
	lastJobs.set(name, turn);
	return turn;
}
