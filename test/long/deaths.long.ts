import { tryDeaths } from '../cells/try-deaths.ts';
import { longPart } from './part.ts';
import { partLimitMs } from './part-limit.ts';

const sequences = 10_000;

longPart('cells-deaths', async (seed) => {
	await tryDeaths(sequences, partLimitMs, seed);
	return { sequences };
});
