import { toBase64url } from './base64url';
import { type Bytes, encodeText } from './bytes';
import { deriveSealingKey, type SealingKey, type VaultKey } from './keys';
import { open, type Place, seal } from './seal';

/** K_id: a non-extractable HMAC-SHA-256 key. */
export type IdentityKey = CryptoKey;

const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
const hashLength = 16;
const noSalt = new Uint8Array(0);
const parameters = { name: 'HKDF', hash: 'SHA-256', salt: noSalt, info: encodeText('id') };

/**
 * K_id = HKDF(V, "id"). Stored hashes cannot be made again (what they were made of is not
 * kept), so a vault with a new V goes on with the K_id of its first one, sealed under V.
 */
export async function openIdentityKey(
	vaultKey: VaultKey,
	place: Place,
	carried: Bytes | null,
): Promise<IdentityKey> {
	if (carried === null) return crypto.subtle.deriveKey(parameters, vaultKey, hmac, false, ['sign']);
	const secret = await open(await deriveCarrierKey(vaultKey), place, carried);
	const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign']);
	secret.fill(0);
	return key;
}

/** Seals the K_id of one vault key under the next. */
export async function carryIdentityKey(
	from: VaultKey,
	to: VaultKey,
	place: Place,
	carried: Bytes | null,
): Promise<Bytes> {
	const secret =
		carried === null
			? new Uint8Array(await crypto.subtle.deriveBits(parameters, from, hmac.length))
			: await open(await deriveCarrierKey(from), place, carried);
	const sealed = await seal(await deriveCarrierKey(to), place, secret);
	secret.fill(0);
	return sealed;
}

/** The first 16 bytes of the HMAC as base64url. */
export async function hashIdentity(key: IdentityKey, identity: string): Promise<string> {
	const whole = await crypto.subtle.sign('HMAC', key, encodeText(identity));
	return toBase64url(new Uint8Array(whole, 0, hashLength));
}

function deriveCarrierKey(vaultKey: VaultKey): Promise<SealingKey> {
	return deriveSealingKey(vaultKey, noSalt, encodeText('id carrier'));
}
