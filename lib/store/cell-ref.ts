import type { CellRef } from '@/lib/cells/cell-file';
import { type Bytes, concatBytes } from '@/lib/vault/bytes';

export type { CellRef };

/** Index and generation, four bytes each. */
export const refLength = 8;

export function refName({ index, generation }: CellRef): string {
	return `${index}:${generation}`;
}

export function refBytes({ index, generation }: CellRef): Bytes {
	const bytes = new Uint8Array(refLength);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, index);
	view.setUint32(4, generation);
	return bytes;
}

export function readRef(bytes: Bytes): CellRef {
	const view = new DataView(bytes.buffer, bytes.byteOffset, refLength);
	return { index: view.getUint32(0), generation: view.getUint32(4) };
}

/** A sealed value behind the reference of the cell it hangs on. */
export function withRef(ref: CellRef, sealed: Bytes): Bytes {
	return concatBytes(refBytes(ref), sealed);
}

/** `null` if it is too short to be one. */
export function splitRef(value: Bytes): { ref: CellRef; sealed: Bytes } | null {
	if (value.length <= refLength) return null;
	return { ref: readRef(value), sealed: value.slice(refLength) };
}
