import type { CellFile, CellReading } from './cell-file';
import { CellsFailure } from './cells-failure';
import type { CellChange } from './change-cells';
import { readMirrors } from './opfs-read';
import { readingOf, readRefs } from './read-cells';
import type { WriteRequest, Writer } from './writer';

/** Cells in two files that are overwritten in place: every context reads, a worker writes. */
export function opfsCells(name: string, write: Writer): CellFile {
	async function change(asked: CellChange): Promise<void> {
		const answer = await write({ name, change: asked } as WriteRequest);
		if (!answer.done) throw new CellsFailure(answer.reason);
		if (answer.mended > 0) console.warn(`Stube: ${answer.mended} blocks of cells were mended`);
	}

	async function readAll(): Promise<CellReading> {
		const { a, b } = await readMirrors(name);
		return readingOf(a, b);
	}

	return {
		kind: 'effaceable',
		read: async (refs) => (refs.length === 0 ? [] : refs.map(await readAll())),
		readAll,
		async refs() {
			const before = await readMirrors(name);
			const refs = readRefs(before.a, before.b);
			if (refs) return refs;
			await change({ change: 'mend' });
			const after = await readMirrors(name);
			const mended = readRefs(after.a, after.b);
			if (!mended) throw new CellsFailure('unavailable');
			return mended;
		},
		rouse: () => change({ change: 'mend' }),
		grow: (count) => change({ change: 'grow', count }),
		efface: (refs) => change({ change: 'efface', refs }),
		effaceAll: () => change({ change: 'efface-all' }),
	};
}
