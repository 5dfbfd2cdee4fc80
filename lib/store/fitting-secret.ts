import { checkOf, importVaultKey, type VaultSecret } from '@/lib/vault/secret';
import type { SessionSecret } from '@/lib/vault/session-secret';
import type { Envelopes } from './envelopes';

/** The vault key that is unlocked, `null` if there is none or it is not the one in these envelopes. */
export async function fittingSecret(
	session: SessionSecret,
	envelopes: Pick<Envelopes, 'check'>,
): Promise<VaultSecret | null> {
	const secret = await session.read();
	return secret !== null && (await isFitting(secret, envelopes)) ? secret : null;
}

/** Whether it is the vault key in these envelopes. */
export async function isFitting(
	secret: VaultSecret,
	{ check }: Pick<Envelopes, 'check'>,
): Promise<boolean> {
	try {
		return (await checkOf(await importVaultKey(secret))) === check;
	} catch (error) {
		// What is no secret at all does not fit either.
		if (error instanceof RangeError || error instanceof DOMException) return false;
		throw error;
	}
}
