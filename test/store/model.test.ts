import 'fake-indexeddb/auto';
import { test } from 'vitest';
import { trySequences } from './play';
import { useQuickCrypto } from './quick-crypto';

useQuickCrypto();

const limitMs = 1_200_000;

test('whatever is put, expired, retimed, removed and reopened, the inbox is that of plain maps', {
	timeout: limitMs,
}, async () => {
	const seed = Number(process.env.STUBE_SEED ?? Date.now() % 2 ** 31);
	console.info(`STUBE_SEED=${seed}`);
	await trySequences(Number(process.env.STUBE_RUNS ?? 8_000), seed, { withDeaths: false, limitMs });
});
