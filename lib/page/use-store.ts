import { useLayoutEffect, useState } from 'preact/hooks';
import { type GuardedStore, guardStore, opening, type StoreGuard } from './guard-store';

export type OpenedStore = GuardedStore & Omit<StoreGuard, 'watch'>;

/** The store of this page, behind its lock. */
export function useStore(): OpenedStore {
	const [state, show] = useState<GuardedStore>(opening);
	// Begun with the first drawing and not after it: by then half of it has come.
	const [guard] = useState(() => guardStore(show));
	useLayoutEffect(() => guard.watch(), [guard]);
	return { ...state, reopen: guard.reopen, unlock: guard.unlock };
}
