import { describe } from 'vitest';
import { engineNames } from '../bench/store/engines.ts';
import { killCells } from './kill-cells.ts';
import { longPart } from './part.ts';

/** Seventy kills for each engine, in shares that fit into ten minutes. */
const shares = 4;
const killsPerShare = 18;

describe.each(engineNames)('cells in %s', (engine) => {
	for (let share = 1; share <= shares; share += 1) {
		longPart(`cells-killed-${engine}-${share}`, async (seed) => ({
			...(await killCells(engine, { kills: killsPerShare, seed: seed + share })),
		}));
	}
});
