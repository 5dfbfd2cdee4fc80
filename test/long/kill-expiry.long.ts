import { describe } from 'vitest';
import { engineNames } from '../bench/store/engines.ts';
import { killStore } from './kill-store.ts';
import { longPart } from './part.ts';

/** Fifty kills for each engine, all amid sweeps, in shares that fit into ten minutes. */
const shares = 10;
const killsPerShare = 5;

describe.each(engineNames)('what expires in %s', (engine) => {
	for (let share = 1; share <= shares; share += 1) {
		longPart(`expiry-killed-${engine}-${share}`, async (seed) => ({
			...(await killStore(engine, { kills: killsPerShare, seed: seed + share, works: ['expire'] })),
		}));
	}
});
