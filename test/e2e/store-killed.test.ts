import { describe, expect, it } from 'vitest';
import { engineNames } from '../bench/store/engines.ts';
import { killStore } from '../long/kill-store.ts';

/** A share of `npm run test:long`, which kills seventy times per engine: each kind of work once. */
const kills = 3;

describe.each(engineNames)('the store in %s', (engine) => {
	const seed = Math.floor(Math.random() * 1_000_000);

	it(`outlives SIGKILL while it writes, folds and erases (seed ${seed})`, async () => {
		const counts = await killStore(engine, { kills, seed });
		expect(counts.kills).toBe(kills);
	});
});
