import type { Bytes } from '@/lib/vault/bytes';
import { blockLength, cellsPerBlock, decodeBlock, decodePlace, type Found } from './block';
import type { Cell } from './cell';

/** A place of which nothing can be read any more. */
export type Place = Cell | 'blank' | 'lost';

/**
 * What both mirrors together say stands in each place: the higher generation of the two,
 * and what is whole over what is not.
 */
export function agree(a: Bytes, b: Bytes): Place[] {
	return Array.from({ length: blockCount(a, b) }, (_, block) => agreeOnBlock(block, a, b)).flat();
}

function agreeOnBlock(block: number, a: Bytes, b: Bytes): Place[] {
	const [inA, inB] = [decodeBlock(block, blockOf(a, block)), decodeBlock(block, blockOf(b, block))];
	return inA.map((found, nth) => better(found, inB[nth] ?? 'blank'));
}

/** The same of one place alone: few are read, and a block has many. */
export function agreeOnPlace(index: number, a: Bytes, b: Bytes): Place {
	const block = Math.floor(index / cellsPerBlock);
	return better(decodePlace(index, blockOf(a, block)), decodePlace(index, blockOf(b, block)));
}

/** Also where one of the mirrors ends earlier, or in the middle of a block. */
export function blockCount(a: Bytes, b: Bytes): number {
	return Math.ceil(Math.max(a.length, b.length) / blockLength);
}

export function blockOf(bytes: Bytes, block: number): Bytes {
	return bytes.subarray(block * blockLength, (block + 1) * blockLength);
}

/**
 * Cells are given out only once both mirrors are flushed. A place that is blank in one and
 * damaged in the other was therefore torn while the file grew: nobody knows it.
 */
function better(inA: Found, inB: Found): Place {
	const [cellA, cellB] = [asCell(inA), asCell(inB)];
	if (cellA && cellB) return cellB.generation > cellA.generation ? cellB : cellA;
	if (cellA ?? cellB) return cellA ?? cellB ?? 'lost';
	return inA === 'blank' || inB === 'blank' ? 'blank' : 'lost';
}

function asCell(found: Found): Cell | null {
	return typeof found === 'string' ? null : found;
}
