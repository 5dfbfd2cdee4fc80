import { expect, it } from 'vitest';
import { killCells } from '../long/kill-cells.ts';
import { drawnEngine, seed } from './drawn-engine.ts';

/** A share of `npm run test:long`, which kills seventy times per engine. */
const kills = 3;

it(`cells in ${drawnEngine} outlive SIGKILL while they are effaced (seed ${seed})`, async () => {
	const counts = await killCells(drawnEngine, { kills, seed });
	expect(counts.kills).toBe(kills);
});
