import type { Bytes } from '@/lib/vault/bytes';
import { crc32, crc32Of } from './crc32';

/** A secret, the number of secrets that stood here up to it, and a check over both. */
export interface Cell {
	secret: Bytes;
	/** From 1 on: zeros are no cell. */
	generation: number;
}

export const secretLength = 32;
/** Secret, generation (4 bytes, little-endian), check (4 bytes, little-endian). */
export const cellLength = 40;

const checkAt = 36;
/**
 * The generation of a place that is used no more: after damage in both mirrors nobody
 * knows which generations it had, and none may be given twice.
 */
export const retiredGeneration = 0xffff_ffff;

export function encodeCell(index: number, { secret, generation }: Cell): Bytes {
	const bytes = new Uint8Array(cellLength);
	const view = new DataView(bytes.buffer);
	bytes.set(secret);
	view.setUint32(secretLength, generation, true);
	view.setUint32(checkAt, checkOf(index, bytes), true);
	return bytes;
}

/** `blank`: nothing was ever written here. `damaged`: something was, and it is not that. */
export function decodeCell(index: number, bytes: Bytes): Cell | 'blank' | 'damaged' {
	// A written place of zeros does not exist: its generation would be none.
	if (bytes.findIndex((byte) => byte !== 0) < 0) return 'blank';
	if (bytes.length < cellLength) return 'damaged';
	const view = new DataView(bytes.buffer, bytes.byteOffset, cellLength);
	if (view.getUint32(checkAt, true) !== checkOf(index, bytes)) return 'damaged';
	const generation = view.getUint32(secretLength, true);
	return { secret: bytes.slice(0, secretLength), generation };
}

/** The index is in the check, so that a cell copied to another place is damage. */
function checkOf(index: number, bytes: Bytes): number {
	return crc32(bytes.subarray(0, checkAt), crc32Of(index));
}
