import { expect, it } from 'vitest';
import { killVault } from '../long/kill-vault.ts';
import { drawnEngine, seed } from './drawn-engine.ts';

/** A share of `npm run test:long`, which kills fifty times per engine. */
const kills = 3;

it(`a vault in ${drawnEngine} outlives SIGKILL while its methods are changed (seed ${seed})`, async () => {
	const counts = await killVault(drawnEngine, { kills, seed });
	expect(counts.kills).toBe(kills);
});
