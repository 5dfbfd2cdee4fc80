import 'fake-indexeddb/auto';
import { trySequences } from '../store/play.ts';
import { useQuickCrypto } from '../store/quick-crypto.ts';
import { longPart } from './part.ts';
import { partLimitMs } from './part-limit.ts';

/** A hundred thousand sequences, in shares that fit into ten minutes. */
const shares = 10;
const living = 8_000;
const dying = 2_000;

useQuickCrypto();

for (let share = 1; share <= shares; share += 1) {
	longPart(`store-sequences-${String(share).padStart(2, '0')}`, async (seed) => {
		await trySequences(living, seed + share, { withDeaths: false, limitMs: partLimitMs });
		await trySequences(dying, seed + share, { withDeaths: true, limitMs: partLimitMs });
		return { sequences: living + dying, dying };
	});
}
