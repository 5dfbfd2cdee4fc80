import { expect, it } from 'vitest';
import { killStore } from '../long/kill-store.ts';
import { drawnEngine, seed } from './drawn-engine.ts';

/** A share of `npm run test:long`, which kills seventy times per engine: each kind of work once. */
const kills = 3;

it(`the store in ${drawnEngine} outlives SIGKILL while it writes, folds and erases (seed ${seed})`, async () => {
	const counts = await killStore(drawnEngine, { kills, seed });
	expect(counts.kills).toBe(kills);
});
