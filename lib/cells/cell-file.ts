import type { Bytes } from '@/lib/vault/bytes';

/** One cell as it stood when something was sealed under it. */
export interface CellRef {
	/** Its place in the file. */
	index: number;
	/** How often it was overwritten before. */
	generation: number;
}

/** What stood in the file at one moment. Whoever holds it holds every secret in it. */
export type CellReading = (ref: CellRef) => Bytes | null;

/**
 * Secrets that can be overwritten where they stand. A reference of an older generation is
 * of a secret that is gone.
 */
export interface CellFile {
	/** `deletable` where nothing can be overwritten in place: gone from here, not from the disk. */
	readonly kind: 'effaceable' | 'deletable';
	/** Fresh read of the file: 32 bytes each, `null` where the secret is gone or never was. */
	read(refs: readonly CellRef[]): Promise<(Bytes | null)[]>;
	/** The same before anybody can say of which: all of it, as it stands now. */
	readAll(): Promise<CellReading>;
	/** What stands there now, every cell's reference; whoever uses some knows which are free. */
	refs(): Promise<CellRef[]>;
	/** Wakes whoever writes, so that a change that is about to come need not wait for that. */
	rouse(): Promise<void>;
	/** At least so many cells in the file, flushed in both mirrors. */
	grow(count: number): Promise<void>;
	/**
	 * Overwrites; resolves after both mirrors are flushed. References whose generation has
	 * passed are left alone, so that it can be done again.
	 */
	efface(refs: readonly CellRef[]): Promise<void>;
	effaceAll(): Promise<void>;
}
