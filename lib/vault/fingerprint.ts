import { fromBase64url, toBase64url } from './base64url';
import { encodeText, randomBytes } from './bytes';

const hmac = { name: 'HMAC', hash: 'SHA-256' };
const length = 12;

/** A key for `fingerprint`, to be kept in memory only. */
export function createFingerprintKey(): string {
	return toBase64url(randomBytes(32));
}

/** Tells whether two texts are the same to whoever has the key, and nothing else to anyone. */
export async function fingerprint(key: string, text: string): Promise<string> {
	const imported = await crypto.subtle.importKey('raw', fromBase64url(key), hmac, false, ['sign']);
	return toBase64url(
		new Uint8Array(await crypto.subtle.sign(hmac, imported, encodeText(text)), 0, length),
	);
}
