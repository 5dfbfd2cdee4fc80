import { fromBase64url, toBase64url } from '@/lib/vault/base64url';
import { type Bytes, concatBytes, randomBytes } from '@/lib/vault/bytes';

const prefixLength = 8;

/** 16 random bytes, base64url. */
export function newRowKey(): string {
	return toBase64url(randomBytes(16));
}

/** The first half of all row keys of a bucket's pages. */
export function newPrefix(): string {
	return toBase64url(randomBytes(prefixLength));
}

/** A row key in a bucket's range. */
export function newPageKey(prefix: string): string {
	return toBase64url(concatBytes(fromBase64url(prefix), randomBytes(16 - prefixLength)));
}

export function rowKeyBytes(key: string): Bytes {
	return fromBase64url(key);
}

/** IndexedDB gives binary keys back as buffers, whatever they were put as. */
export function rowKeyName(key: Bytes | ArrayBuffer): string {
	return toBase64url(new Uint8Array(key));
}

/** The first and the last key that a bucket's pages can have. */
export function prefixRange(prefix: string): [from: Bytes, to: Bytes] {
	const bytes = fromBase64url(prefix);
	const rest = 16 - prefixLength;
	return [
		concatBytes(bytes, new Uint8Array(rest)),
		concatBytes(bytes, new Uint8Array(rest).fill(255)),
	];
}
