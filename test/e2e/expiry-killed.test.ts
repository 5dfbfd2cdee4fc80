import { expect, it } from 'vitest';
import { killStore } from '../long/kill-store.ts';
import { drawnEngine, seed } from './drawn-engine.ts';

/** A share of `npm run test:long`, which kills fifty times per engine. */
const kills = 3;

it(`what is due in ${drawnEngine} is gone after SIGKILL amid a sweep, and all else is whole (seed ${seed})`, {
	timeout: 600_000,
}, async () => {
	const counts = await killStore(drawnEngine, { kills, seed, works: ['expire'] });
	expect(counts.kills).toBe(kills);
});
