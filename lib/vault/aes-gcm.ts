import type { Bytes } from './bytes';

/** NIST SP 800-38D: a 96-bit IV and the full 128-bit tag. */
export const ivLength = 12;
export const tagLength = 16;

/** AES-GCM parameters; `additionalData` is authenticated but not stored. */
export function gcmParameters(iv: Bytes, additionalData: Bytes): AesGcmParams {
	return { name: 'AES-GCM', iv, additionalData, tagLength: tagLength * 8 };
}

export async function encrypt(
	key: CryptoKey,
	iv: Bytes,
	additionalData: Bytes,
	plaintext: Bytes,
): Promise<Bytes> {
	return new Uint8Array(
		await crypto.subtle.encrypt(gcmParameters(iv, additionalData), key, plaintext),
	);
}

/** Rejects with an `OperationError` if a bit of the text or its additional data has changed. */
export async function decrypt(
	key: CryptoKey,
	iv: Bytes,
	additionalData: Bytes,
	ciphertext: Bytes,
): Promise<Bytes> {
	return new Uint8Array(
		await crypto.subtle.decrypt(gcmParameters(iv, additionalData), key, ciphertext),
	);
}
