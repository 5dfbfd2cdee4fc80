import type { StorePlace } from '@/lib/store/place';
import { hashPassphrase } from '@/lib/vault/argon2';
import type { Hasher } from '@/lib/vault/hasher';
import { memorySession, type SessionSecret } from '@/lib/vault/session-secret';
import { cellsOf } from './test-store';

/** Argon2id as cheap as it can be; it says that it took as long as it should. */
export const cheapHasher: Hasher = async (passphrase, parameters) => ({
	hash: await hashPassphrase(passphrase, { ...parameters, memoryKib: 8, passes: 1 }),
	tookMs: 700,
});

/** A store of which the session is in memory: pages that are given the same one share it. */
export function lockablePlace(
	databaseName: string,
	session: SessionSecret = memorySession(),
): Required<StorePlace> {
	return { databaseName, cells: cellsOf(databaseName), session, hasher: cheapHasher };
}
