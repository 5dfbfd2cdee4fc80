import { useCallback, useEffect, useState } from 'preact/hooks';
import { openStore } from '@/lib/store/open-store';
import { type Store, StoreError, type StoreErrorCode } from '@/lib/store/store';
import { isLocking, watchLock } from '@/lib/unsealed/locking';
import { lockNow } from './lock-now';

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

export interface OpenedStore {
	/** `null` while it opens, and while it is locked. */
	store: Store | null;
	problem: StoreProblem | null;
	isLocked: boolean;
	/** Tries again, as after everything was erased. */
	reopen: () => void;
}

type State = Pick<OpenedStore, 'store' | 'problem' | 'isLocked'>;

const opening: State = { store: null, problem: null, isLocked: false };
const locked: State = { store: null, problem: null, isLocked: true };

/**
 * Opens the store once for this page, and lets go of it and of all keys in the moment it is
 * locked, wherever that was asked for.
 */
export function useStore(): OpenedStore {
	const [state, setState] = useState<State>(opening);
	// Begun with the first drawing and not after it: by then half of it has come.
	const [first] = useState(() => openStore());
	const [attempts, setAttempts] = useState(0);
	const reopen = useCallback(() => setAttempts((count) => count + 1), []);

	useEffect(() => {
		let opened: Store | null = null;
		let isCurrent = true;
		const letGo = (): void => {
			isCurrent = false;
			opened?.forget();
			opened = null;
		};
		// Somebody took the key and died before it was gone: that is ended here.
		isLocking()
			.then(async (isBegun) => {
				if (!isBegun || !isCurrent) return;
				letGo();
				setState(locked);
				await lockNow();
			})
			.catch((error: unknown) => console.error(error));
		const attempt = attempts === 0 ? first : openStore();
		attempt.then(
			(store) => {
				if (!isCurrent) return store.forget();
				opened = store;
				setState({ store, problem: null, isLocked: false });
			},
			(error: unknown) => {
				if (!isCurrent) return;
				setState(isLockedError(error) ? locked : { ...opening, problem: problemOf(error) });
			},
		);
		const unwatch = watchLock((isLocked) => {
			if (isLocked) {
				letGo();
				setState(locked);
			} else if (opened === null) reopen();
		});
		return () => {
			unwatch();
			letGo();
		};
	}, [attempts, first, reopen]);

	return { ...state, reopen };
}

function isLockedError(error: unknown): boolean {
	return error instanceof StoreError && error.code === 'locked';
}
