import type { Bytes } from '@/lib/vault/bytes';
import { type Cell, cellLength, decodeCell, encodeCell } from './cell';
import { CellsFailure } from './cells-failure';
import { crc32 } from './crc32';

/** As large as what disks and page caches write at once. */
export const blockLength = 4096;
export const cellsPerBlock = 102;

/** `stub`, in the order in which it stands in the file. */
const mark = 0x62757473;
const formatVersion = 2;
const markAt = cellsPerBlock * cellLength;
const versionAt = markAt + 4;
const numberAt = markAt + 8;
const checkAt = markAt + 12;

/** What stands in one place of one mirror. */
export type Found = Cell | 'blank' | 'damaged';

export function encodeBlock(block: number, cells: readonly Cell[]): Bytes {
	const bytes = new Uint8Array(blockLength);
	for (const [nth, cell] of cells.entries()) {
		bytes.set(encodeCell(block * cellsPerBlock + nth, cell), nth * cellLength);
	}
	const view = new DataView(bytes.buffer);
	view.setUint32(markAt, mark, true);
	view.setUint32(versionAt, formatVersion, true);
	view.setUint32(numberAt, block, true);
	view.setUint32(checkAt, crc32(bytes.subarray(0, checkAt)), true);
	return bytes;
}

/**
 * The cells of a block, each judged by its own check: a block that was torn while one of
 * them was overwritten still has all others. Bytes may be missing at the end.
 */
export function decodeBlock(block: number, bytes: Bytes): Found[] {
	refuseOtherVersions(bytes);
	return Array.from({ length: cellsPerBlock }, (_, nth) => cellAt(block, nth, bytes));
}

/** One place, from the bytes of its block. */
export function decodePlace(index: number, bytes: Bytes): Found {
	refuseOtherVersions(bytes);
	return cellAt(Math.floor(index / cellsPerBlock), index % cellsPerBlock, bytes);
}

function cellAt(block: number, nth: number, bytes: Bytes): Found {
	return decodeCell(
		block * cellsPerBlock + nth,
		bytes.subarray(nth * cellLength, (nth + 1) * cellLength),
	);
}

/** A block that is whole but of another version is not damage, and not ours to mend. */
function refuseOtherVersions(bytes: Bytes): void {
	if (bytes.length < blockLength) return;
	const view = new DataView(bytes.buffer, bytes.byteOffset, blockLength);
	if (view.getUint32(markAt, true) !== mark) return;
	const version = view.getUint32(versionAt, true);
	if (version === formatVersion) return;
	const isWhole = view.getUint32(checkAt, true) === crc32(bytes.subarray(0, checkAt));
	if (isWhole) throw new CellsFailure('unknown-version');
}
