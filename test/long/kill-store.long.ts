import { describe } from 'vitest';
import { engineNames } from '../bench/store/engines.ts';
import { killStore } from './kill-store.ts';
import { longPart } from './part.ts';

/** Seventy kills for each engine, in shares that fit into ten minutes. */
const shares = 3;
const killsPerShare = 24;

describe.each(engineNames)('the store in %s', (engine) => {
	for (let share = 1; share <= shares; share += 1) {
		longPart(`store-killed-${engine}-${share}`, async (seed) => ({
			...(await killStore(engine, { kills: killsPerShare, seed: seed + share })),
		}));
	}
});
