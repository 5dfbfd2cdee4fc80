/** How long a unit test may take before it is ended, and with it all that it had to tell. */
export const testLimitMs = 300_000;

/**
 * For a property: it ends in time to tell what failed and by which seed, however long it could
 * go on making it smaller. The limit is that of its test.
 */
export function tellInTime(limitMs = testLimitMs) {
	return { interruptAfterTimeLimit: 0.8 * limitMs, markInterruptAsFailure: true };
}
