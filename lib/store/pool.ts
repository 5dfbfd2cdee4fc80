import type { CellFile, CellRef } from '@/lib/cells/cell-file';
import type { CellSecret } from '@/lib/vault/keys';
import { refName } from './cell-ref';
import type { Keyring } from './keyring';

/** So many free cells are kept ready: a new chat or bucket never waits for a worker. */
export const readyCells = 64;

const soonTaken = 4;

export interface FreshCell {
	ref: CellRef;
	secret: CellSecret;
}

/** The cells that nothing hangs on. */
export interface Pool {
	/** Cells to seal under; they are taken once a commit names them. */
	take(count: number, taken: readonly CellRef[]): Promise<FreshCell[]>;
	/** Makes the file larger if few cells are free. */
	replenish(taken: readonly CellRef[]): Promise<void>;
}

export function createPool(cells: CellFile, keyring: Keyring): Pool {
	let known: CellRef[] = [];

	/** What is free as far as is known here; another context may have taken or effaced it since. */
	function freeOf(taken: readonly CellRef[]): CellRef[] {
		const names = new Set(taken.map(refName));
		return known.filter((ref) => !names.has(refName(ref)));
	}

	async function look(count: number, taken: readonly CellRef[]): Promise<CellRef[]> {
		known = await cells.refs();
		const free = freeOf(taken);
		if (free.length >= count) return free;
		await cells.grow(known.length + count - free.length + readyCells);
		known = await cells.refs();
		return freeOf(taken);
	}

	async function tryTake(free: readonly CellRef[], count: number): Promise<FreshCell[] | null> {
		const refs = free.slice(0, count);
		const secrets = await keyring.secrets(refs);
		const fresh = refs.flatMap((ref, index) => {
			const secret = secrets[index];
			return secret ? [{ ref, secret }] : [];
		});
		return fresh.length === count ? fresh : null;
	}

	return {
		async take(count, taken) {
			if (count === 0) return [];
			const ready = await tryTake(freeOf(taken), count);
			if (ready) return ready;
			const fresh = await tryTake(await look(count, taken), count);
			if (!fresh) throw new Error('no free cells');
			return fresh;
		},
		async replenish(taken) {
			const free = freeOf(taken);
			const ready = free.length < readyCells ? await look(readyCells, taken) : free;
			// The next to be taken are known by then.
			await keyring.secrets(ready.slice(0, soonTaken));
		},
	};
}
