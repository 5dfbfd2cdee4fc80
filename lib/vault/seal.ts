import { decrypt, encrypt, ivLength, tagLength } from './aes-gcm';
import { type Bytes, concatBytes, encodeText, randomBytes } from './bytes';
import type { SealingKey } from './keys';
import { pad, paddedLength, unpad } from './padding';

/**
 * Where a sealed value lives, `store|row key|format version`: the value opens there and
 * nowhere else, so that no row can be put in another's place.
 */
export type Place = `${string}|${string}|${number}`;

/** Bytes that sealing adds: the random IV in front, the tag behind. */
export const sealOverhead = ivLength + tagLength;

/** Pads and encrypts. `length` fixes the padded size for contents that must all look alike. */
export async function seal(
	key: SealingKey,
	place: Place,
	content: Bytes,
	length?: number,
): Promise<Bytes> {
	const iv = randomBytes(ivLength);
	return concatBytes(iv, await encrypt(key, iv, encodeText(place), pad(content, length)));
}

/** How long a sealed value of so many bytes is. */
export function sealedLength(contentLength: number): number {
	return paddedLength(contentLength) + sealOverhead;
}

/** Rejects if the value was sealed with another key or for another place, or is damaged. */
export async function open(key: SealingKey, place: Place, sealed: Bytes): Promise<Bytes> {
	const iv = sealed.slice(0, ivLength);
	return unpad(await decrypt(key, iv, encodeText(place), sealed.slice(ivLength)));
}
