import { describe, expect, it } from 'vitest';
import { engineNames } from '../bench/store/engines.ts';
import { killVault } from '../long/kill-vault.ts';

/** A share of `npm run test:long`, which kills fifty times per engine. */
const kills = 3;

describe.each(engineNames.filter((name) => name !== 'chromium-sqlite'))(
	'a vault in %s',
	(engine) => {
		const seed = Math.floor(Math.random() * 1_000_000);

		it(`outlives SIGKILL while its methods are changed (seed ${seed})`, async () => {
			const counts = await killVault(engine, { kills, seed });
			expect(counts.kills).toBe(kills);
		});
	},
);
