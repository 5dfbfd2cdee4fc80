import { type Bytes, randomBytes } from '@/lib/vault/bytes';
import { cellsPerBlock } from './block';
import { decodeCell, encodeCell, secretLength } from './cell';
import type { CellFile, CellRef } from './cell-file';
import { done, withCells } from './cells-database';

/**
 * The same cells as rows of a database, where nothing can be overwritten in place: what is
 * effaced is gone for Stube, but its bytes may stay in the browser's files for a while.
 */
export function deletableCells(name: string): CellFile {
	return {
		kind: 'deletable',
		read: (refs) =>
			withCells(name, 'readonly', (store) =>
				Promise.all(
					refs.map(async ({ index, generation }) => {
						const cell = decode(index, await done(store.get(index)));
						return cell?.generation === generation ? cell.secret : null;
					}),
				),
			),
		readAll: () =>
			withCells(name, 'readonly', async (store) => {
				const rows: unknown[] = await done(store.getAll());
				return ({ index, generation }) => {
					const cell = decode(index, rows[index]);
					return cell?.generation === generation ? cell.secret : null;
				};
			}),
		refs: () =>
			withCells(name, 'readonly', async (store) => {
				const rows: unknown[] = await done(store.getAll());
				return rows.flatMap((row, index): CellRef[] => {
					const cell = decode(index, row);
					return cell ? [{ index, generation: cell.generation }] : [];
				});
			}),
		// Nobody writes but we ourselves.
		rouse: async () => undefined,
		grow: (count) =>
			withCells(name, 'readwrite', async (store) => {
				const wanted = Math.ceil(count / cellsPerBlock) * cellsPerBlock;
				for (let index = await done(store.count()); index < wanted; index += 1) {
					store.put(freshCell(index, 1), index);
				}
			}),
		efface: (refs) =>
			withCells(name, 'readwrite', async (store) => {
				for (const { index, generation } of refs) {
					const cell = decode(index, await done(store.get(index)));
					if (cell?.generation === generation) store.put(freshCell(index, generation + 1), index);
				}
			}),
		effaceAll: () =>
			withCells(name, 'readwrite', async (store) => {
				const rows: unknown[] = await done(store.getAll());
				for (const [index, row] of rows.entries()) {
					const generation = decode(index, row)?.generation ?? 0;
					store.put(freshCell(index, generation + 1), index);
				}
			}),
	};
}

function freshCell(index: number, generation: number): Bytes {
	return encodeCell(index, { secret: randomBytes(secretLength), generation });
}

function decode(index: number, row: unknown): { secret: Bytes; generation: number } | null {
	if (!(row instanceof Uint8Array)) return null;
	const found = decodeCell(index, new Uint8Array(row));
	return typeof found === 'string' ? null : found;
}
