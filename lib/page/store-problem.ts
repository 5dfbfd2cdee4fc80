import { StoreError, type StoreErrorCode } from '@/lib/store/store';

export type StoreProblem = Exclude<StoreErrorCode, 'locked'> | 'failed';

/** What the interface can say of an error: the store's own code, or that something failed. */
export function problemOf(error: unknown): StoreProblem | null {
	// Not a problem: the lock screen is there by then, or in a moment.
	if (isLockedError(error)) return null;
	if (error instanceof StoreError && error.code !== 'locked') return error.code;
	// Not swallowed: the console of our own page names it; it never holds text or names.
	console.error(error);
	return 'failed';
}

export function isLockedError(error: unknown): boolean {
	return error instanceof StoreError && error.code === 'locked';
}
