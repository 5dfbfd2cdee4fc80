import { describe, expect, it } from 'vitest';
import { engineNames } from '../bench/store/engines.ts';
import { killCells } from '../long/kill-cells.ts';

/** A share of `npm run test:long`, which kills seventy times per engine. */
const kills = 3;

describe.each(engineNames)('cells in %s', (engine) => {
	const seed = Math.floor(Math.random() * 1_000_000);

	it(`outlive SIGKILL while they are effaced (seed ${seed})`, async () => {
		const counts = await killCells(engine, { kills, seed });
		expect(counts.kills).toBe(kills);
	});
});
