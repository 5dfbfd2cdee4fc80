import type { Bytes } from './bytes';

/** RFC 4648 section 5, without padding. `Uint8Array.toBase64` needs Chrome 140. */
export function toBase64url(bytes: Bytes): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}

export function fromBase64url(text: string): Bytes {
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
