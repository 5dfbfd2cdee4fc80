import { fromBase64url, toBase64url } from './base64url';
import { type Bytes, encodeText, randomBytes } from './bytes';
import type { VaultKey } from './keys';

/** The 32 bytes of V as base64url: whoever has them opens the vault. Kept in memory only. */
export type VaultSecret = string;

const secretLength = 32;
const checkLength = 16;

export function createSecret(): VaultSecret {
	return secretOf(randomBytes(secretLength));
}

export function secretOf(bytes: Bytes): VaultSecret {
	return toBase64url(bytes);
}

/** Throws at what cannot be a secret. */
export function secretBytes(secret: VaultSecret): Bytes {
	const bytes = fromBase64url(secret);
	if (bytes.length !== secretLength) throw new RangeError('not a vault secret');
	return bytes;
}

/** V to derive keys from; its bytes cannot be had from it. */
export async function importVaultKey(secret: VaultSecret): Promise<VaultKey> {
	const bytes = secretBytes(secret);
	const key = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, [
		'deriveKey',
		'deriveBits',
	]);
	bytes.fill(0);
	return key;
}

/** Tells vault keys apart and says nothing about them: stands in clear beside the envelopes. */
export async function checkOf(vaultKey: VaultKey): Promise<string> {
	const bits = await crypto.subtle.deriveBits(
		{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: encodeText('check') },
		vaultKey,
		checkLength * 8,
	);
	return toBase64url(new Uint8Array(bits));
}
