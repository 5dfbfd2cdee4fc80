import type { CellFile } from '@/lib/cells/cell-file';
import { type MemoryDisk, memoryCells, memoryDisk } from '@/lib/cells/memory-cells';
import { openStore } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';

const disks = new Map<string, MemoryDisk>();

/** The disk on which the cells of a database lie. */
export function diskOf(databaseName: string): MemoryDisk {
	const disk = disks.get(databaseName) ?? memoryDisk();
	disks.set(databaseName, disk);
	return disk;
}

export function forgetDisk(databaseName: string): void {
	disks.delete(databaseName);
}

/** The cells of a database, as another context opens them. */
export function cellsOf(databaseName: string): CellFile {
	return memoryCells(diskOf(databaseName));
}

/** The store as any page or worker opens it, with cells in memory in the format of the files. */
export function openTestStore(databaseName: string): Promise<Store> {
	return openStore({ databaseName, cells: cellsOf(databaseName) });
}
