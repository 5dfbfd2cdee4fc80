import Dexie from 'dexie';
import { CellsFailure } from '@/lib/cells/cells-failure';
import { MovedOn } from './moved-on';
import { StoreError } from './store';

/** Runs a job of the store; what the browser says about space becomes a `StoreError`. */
export async function translated<T>(job: () => Promise<T>): Promise<T> {
	try {
		return await job();
	} catch (error) {
		if (isQuotaFailure(error)) throw new StoreError('quota', { cause: error });
		if (error instanceof CellsFailure && error.code === 'unknown-version')
			throw new StoreError('unknown-version', { cause: error });
		throw error;
	}
}

/** What does not open or fit its schema, with the reason as `cause`. */
export async function readable<T>(job: () => Promise<T>): Promise<T> {
	try {
		return await job();
	} catch (error) {
		// Cells that cannot be had now say nothing about what is sealed under them, nor do old rows.
		if (error instanceof CellsFailure || error instanceof MovedOn) throw error;
		if (error instanceof StoreError) throw error;
		throw new StoreError('unreadable', { cause: error });
	}
}

/** A full disk ends a transaction with the failure itself or with an abort that carries it. */
function isQuotaFailure(error: unknown): boolean {
	const quota = Dexie.errnames.QuotaExceeded;
	if (!(error instanceof Error)) return false;
	if (error instanceof CellsFailure) return error.code === 'quota';
	const inner = 'inner' in error ? error.inner : error.cause;
	return error.name === quota || (inner instanceof Error && inner.name === quota);
}
