import { describe } from 'vitest';
import { engineNames } from '../bench/store/engines.ts';
import { longPart } from './part.ts';
import { tryResidue } from './try-residue.ts';

describe.each(engineNames)('what went in %s', (engine) => {
	longPart(`residue-${engine}`, async () => ({ ...(await tryResidue(engine)) }));
});
