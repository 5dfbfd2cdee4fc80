import type { CellFile, CellRef } from '@/lib/cells/cell-file';

/**
 * Effaces what a commit gave up and a death kept from being effaced, if that is so. Needs no
 * key: a start that finds the vault locked does it too. Resolves with the cells.
 */
export async function effaceDoomed(
	cells: CellFile,
	doomed: readonly CellRef[],
): Promise<readonly CellRef[]> {
	const secrets = doomed.length > 0 ? await cells.read(doomed) : [];
	if (!secrets.some((secret) => secret !== null)) return [];
	await cells.efface(doomed);
	return doomed;
}
