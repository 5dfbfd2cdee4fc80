import type { Bytes } from '@/lib/vault/bytes';

export function fromHex(hex: string): Bytes {
	const pairs = hex.replace(/\s/gu, '').match(/../gu) ?? [];
	return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

export function toHex(bytes: Uint8Array): string {
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same bytes with one bit changed. */
export function flipBit(bytes: Uint8Array, at: number): Bytes {
	const changed = new Uint8Array(bytes);
	changed[at] = (changed[at] ?? 0) ^ 1;
	return changed;
}
