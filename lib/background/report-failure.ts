import { StoreError, type StoreErrorCode } from '@/lib/store/store';

/** What went wrong, as a code that the interface puts into words. */
export function failureCode(error: unknown): StoreErrorCode | 'failed' {
	return error instanceof StoreError ? error.code : 'failed';
}

/** Leaves a line for who looks into the browser's console: no text, no names. */
export function reportFailure(job: string, error: unknown): void {
	const code = failureCode(error);
	// While locked most of it cannot be done, and is when somebody unlocks.
	if (code === 'locked') return;
	const name = error instanceof Error ? error.name : typeof error;
	console.warn(`Stube: ${job} failed (${code}, ${name})`);
}
