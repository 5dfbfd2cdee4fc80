import type { CellFile } from './cell-file';
import { CellsFailure } from './cells-failure';
import type { CellChange } from './change-cells';
import { readMirrors } from './opfs-read';
import { readRefs, readSecrets } from './read-cells';
import type { WriteRequest, Writer } from './writer';

/** Cells in two files that are overwritten in place: every context reads, a worker writes. */
export function opfsCells(name: string, write: Writer): CellFile {
	async function change(asked: CellChange): Promise<void> {
		const answer = await write({ name, change: asked } as WriteRequest);
		if (!answer.done) throw new CellsFailure(answer.reason);
		if (answer.mended > 0) console.warn(`Stube: ${answer.mended} blocks of cells were mended`);
	}

	return {
		kind: 'effaceable',
		async read(refs) {
			if (refs.length === 0) return [];
			const { a, b } = await readMirrors(name);
			return readSecrets(a, b, refs);
		},
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
		grow: (count) => change({ change: 'grow', count }),
		efface: (refs) => change({ change: 'efface', refs }),
		effaceAll: () => change({ change: 'efface-all' }),
	};
}
