import type { Samples } from './cases.ts';
import type { Rounds } from './spread.ts';

/**
 * Runs all cases once per round, each round beginning with another one: what the case
 * before leaves behind, and whatever else the machine does, falls on all alike.
 */
export async function inTurns(
	cases: readonly (() => Promise<Samples>)[],
	roundCount: number,
	rounds: Rounds,
): Promise<void> {
	for (let round = 0; round < roundCount; round += 1) {
		const start = round % cases.length;
		for (const run of [...cases.slice(start), ...cases.slice(0, start)]) rounds.add(await run());
	}
}
