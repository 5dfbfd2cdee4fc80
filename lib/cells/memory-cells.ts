import type { CellFile } from './cell-file';
import { CellsFailure } from './cells-failure';
import { type CellChange, changeCells } from './change-cells';
import { MemoryMirror } from './memory-mirror';
import type { Mirror } from './mirror';
import { readingOf, readRefs } from './read-cells';

/** What outlives a context: give it to the next `memoryCells` to open the same files again. */
export interface MemoryDisk {
	a: MemoryMirror;
	b: MemoryMirror;
}

/** One thing done to one of the mirrors. */
export interface CellStep {
	mirror: 'a' | 'b';
	action: 'write' | 'flush';
}

/**
 * Called before each step; what it throws is the death of the writer. A number instead of
 * nothing dies as well, after so many bytes of the block were written.
 */
export type BeforeStep = (step: CellStep) => number | undefined;

export function memoryDisk(): MemoryDisk {
	return { a: new MemoryMirror(), b: new MemoryMirror() };
}

/** The cells in memory, in the format of the files: for what runs without a browser. */
export function memoryCells(disk = memoryDisk(), beforeStep?: BeforeStep): CellFile {
	const mirrors = {
		a: beforeStep ? watched('a', disk.a, beforeStep) : disk.a,
		b: beforeStep ? watched('b', disk.b, beforeStep) : disk.b,
	};
	const change = async (asked: CellChange): Promise<void> => {
		changeCells(mirrors, asked);
	};
	return {
		kind: 'effaceable',
		read: async (refs) => refs.map(readingOf(disk.a.read(), disk.b.read())),
		readAll: async () => readingOf(disk.a.read(), disk.b.read()),
		async refs() {
			const refs = readRefs(disk.a.read(), disk.b.read());
			if (refs) return refs;
			await change({ change: 'mend' });
			const mended = readRefs(disk.a.read(), disk.b.read());
			if (!mended) throw new CellsFailure('unavailable');
			return mended;
		},
		rouse: async () => undefined,
		grow: (count) => change({ change: 'grow', count }),
		efface: (refs) => change({ change: 'efface', refs }),
		effaceAll: () => change({ change: 'efface-all' }),
	};
}

/** Thrown where a step was torn. */
export class WriterDied extends Error {
	override name = 'WriterDied';
}

function watched(name: 'a' | 'b', mirror: Mirror, beforeStep: BeforeStep): Mirror {
	return {
		read: () => mirror.read(),
		write(bytes, at) {
			const dieAfter = beforeStep({ mirror: name, action: 'write' });
			mirror.write(dieAfter === undefined ? bytes : bytes.slice(0, dieAfter), at);
			if (dieAfter !== undefined) throw new WriterDied();
		},
		flush() {
			if (beforeStep({ mirror: name, action: 'flush' }) !== undefined) throw new WriterDied();
			mirror.flush();
		},
	};
}
