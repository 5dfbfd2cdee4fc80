import { describe } from 'vitest';
import { engineNames } from '../bench/store/engines.ts';
import { killVault } from './kill-vault.ts';
import { longPart } from './part.ts';

/** Fifty kills for each engine and more, of 100,000 messages, in shares that fit into ten minutes. */
const shares = 3;
const killsPerShare = 18;
const chats = 500;

describe.each(engineNames)('the vault in %s', (engine) => {
	for (let share = 1; share <= shares; share += 1) {
		longPart(`vault-killed-${engine}-${share}`, async (seed) => ({
			...(await killVault(engine, { kills: killsPerShare, seed: seed + share, chats })),
		}));
	}
});
