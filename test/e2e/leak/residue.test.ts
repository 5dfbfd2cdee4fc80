import { expect, it } from 'vitest';
import { tryResidue } from '../../long/try-residue.ts';
import { drawnEngine, seed } from '../drawn-engine.ts';

it(`in ${drawnEngine}, from all files and with every key, what went is not to be had again, at once and after a restart (seed ${seed})`, {
	timeout: 400_000,
}, async () => {
	const { acts, effaced } = await tryResidue(drawnEngine);
	expect(acts).toBe(6);
	expect(effaced).toBeGreaterThanOrEqual(acts);
});
