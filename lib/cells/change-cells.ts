import { type Bytes, randomBytes } from '@/lib/vault/bytes';
import { agree, blockOf } from './agree';
import { blockLength, cellsPerBlock, encodeBlock } from './block';
import { type Cell, retiredGeneration, secretLength } from './cell';
import type { CellRef } from './cell-file';
import type { Mirror, Mirrors } from './mirror';
import { isSameBytes } from './same-bytes';

/** What may be asked of a writer. No secret is in it, nor in the answer. */
export type CellChange =
	| { change: 'mend' }
	| { change: 'grow'; count: number }
	| { change: 'efface'; refs: readonly CellRef[] }
	| { change: 'efface-all' };

/**
 * Does a change, on whatever an earlier writer left. First the mirrors are brought to
 * agree, then the change is made; each time one mirror is written and flushed before the
 * other is touched. Both are flushed even if they agree, since a writer that died may have
 * written without. Returns how many blocks had to be mended. One writer at a time.
 */
export function changeCells(mirrors: Mirrors, change: CellChange): number {
	const cells = settled(mirrors);
	const mended = writeBoth(mirrors, cells);
	const changed = applyChange(cells, change);
	if (changed) writeBoth(mirrors, cells);
	return mended;
}

/** Every place as a cell: what nobody ever used begins, what nobody can read any more is retired. */
function settled({ a, b }: Mirrors): Cell[] {
	return agree(a.read(), b.read()).map((place) => {
		if (place === 'blank') return { secret: drawSecret(), generation: 1 };
		return place === 'lost' ? { secret: drawSecret(), generation: retiredGeneration } : place;
	});
}

/** In place; `false` if nothing changed. */
function applyChange(cells: Cell[], change: CellChange): boolean {
	switch (change.change) {
		case 'mend':
			return false;
		case 'grow': {
			const wanted = Math.ceil(change.count / cellsPerBlock) * cellsPerBlock;
			const missing = wanted - cells.length;
			for (let n = 0; n < missing; n += 1) cells.push({ secret: drawSecret(), generation: 1 });
			return missing > 0;
		}
		case 'efface': {
			const living = change.refs.filter(
				({ index, generation }) => cells[index]?.generation === generation,
			);
			for (const { index, generation } of living) cells[index] = follower(generation);
			return living.length > 0;
		}
		case 'efface-all':
			for (const [index, { generation }] of cells.entries()) cells[index] = follower(generation);
			return cells.length > 0;
	}
}

/** What stands where a cell of this generation stood: a free cell, until generations run out. */
function follower(generation: number): Cell {
	return { secret: drawSecret(), generation: Math.min(generation + 1, retiredGeneration) };
}

function drawSecret(): Bytes {
	return randomBytes(secretLength);
}

/** Returns how many blocks differed in one of the mirrors. */
function writeBoth({ a, b }: Mirrors, cells: readonly Cell[]): number {
	const blocks = Array.from({ length: Math.ceil(cells.length / cellsPerBlock) }, (_, block) =>
		encodeBlock(block, cells.slice(block * cellsPerBlock, (block + 1) * cellsPerBlock)),
	);
	return writeMirror(a, blocks) + writeMirror(b, blocks);
}

function writeMirror(mirror: Mirror, blocks: readonly Bytes[]): number {
	const before = mirror.read();
	let written = 0;
	for (const [number, block] of blocks.entries()) {
		if (isSameBytes(blockOf(before, number), block)) continue;
		mirror.write(block, number * blockLength);
		written += 1;
	}
	mirror.flush();
	return written;
}
