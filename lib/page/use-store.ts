import { useEffect, useState } from 'preact/hooks';
import { openStore } from '@/lib/store/open-store';
import { type Store, StoreError, type StoreErrorCode } from '@/lib/store/store';

export type StoreProblem = Exclude<StoreErrorCode, 'locked'> | 'failed';

/** What the interface can say of an error: the store's own code, or that something failed. */
export function problemOf(error: unknown): StoreProblem {
	if (error instanceof StoreError && error.code !== 'locked') return error.code;
	// Not swallowed: the console of our own page names it; it never holds text or names.
	console.error(error);
	return 'failed';
}

/** Opens the store once for this page. */
export function useStore(): { store: Store | null; problem: StoreProblem | null } {
	// Begun with the first drawing and not after it: by then half of it has come.
	const [opening] = useState(() => openStore());
	const [store, setStore] = useState<Store | null>(null);
	const [problem, setProblem] = useState<StoreProblem | null>(null);

	useEffect(() => {
		opening.then(setStore, (error: unknown) => setProblem(problemOf(error)));
	}, [opening]);

	return { store, problem };
}
