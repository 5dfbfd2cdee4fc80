import { type Argon2Cost, leastCost, withNewSalt } from './argon2-cost';
import type { Hasher } from './hasher';

/** What one hash should take on the machine where it is made. */
const shortestMs = 500;
const longestMs = 1_000;
/** Raised once a machine is twice as quick as it should be at most: not at each swing of its load. */
const behindMs = shortestMs / 2;

const mostMemoryKib = 2 * leastCost.memoryKib;
const mostPasses = 64;

/** What one guess shall cost from now on, by how quick this machine is. */
export async function chooseCost(hasher: Hasher): Promise<Argon2Cost> {
	const { tookMs } = await hasher('any', withNewSalt(leastCost));
	return costFor(tookMs);
}

/** By how long the least cost takes: more memory first, which is what guessers lack, then passes. */
export function costFor(leastTookMs: number): Argon2Cost {
	if (leastTookMs >= shortestMs) return leastCost;
	const cost = { ...leastCost, memoryKib: mostMemoryKib };
	const tookMs = (leastTookMs * cost.memoryKib) / leastCost.memoryKib;
	if (tookMs >= shortestMs) return cost;
	const middleMs = (shortestMs + longestMs) / 2;
	const passes = Math.round((cost.passes * middleMs) / Math.max(tookMs, 1));
	return { ...cost, passes: Math.min(mostPasses, passes) };
}

/** Whether a hash that took so long has become too cheap. */
export function isBehind({ memoryKib, passes }: Argon2Cost, tookMs: number): boolean {
	const isAtMost = memoryKib >= mostMemoryKib && passes >= mostPasses;
	if (memoryKib < leastCost.memoryKib || passes < leastCost.passes) return true;
	return tookMs < behindMs && !isAtMost;
}
