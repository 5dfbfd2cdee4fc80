import 'fake-indexeddb/auto';
import { test } from 'vitest';
import { trySequences } from './play';
import { useQuickCrypto } from './quick-crypto';

useQuickCrypto();

const limitMs = 1_200_000;

test('wherever a writer dies, all of its change is there or nothing, and nothing is effaced by halves', {
	timeout: limitMs,
}, async () => {
	const seed = Number(process.env.STUBE_SEED ?? Date.now() % 2 ** 31);
	console.info(`STUBE_SEED=${seed}`);
	await trySequences(Number(process.env.STUBE_RUNS ?? 2_000), seed, { withDeaths: true, limitMs });
});
