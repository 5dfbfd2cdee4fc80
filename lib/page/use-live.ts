import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Store } from '@/lib/store/store';
import { problemOf, type StoreProblem } from './store-problem';
import { useFollowed } from './use-followed';

export interface Live<Value> {
	/** `null` until first read; keeps the last value where a later read fails. */
	value: Value | null;
	problem: StoreProblem | null;
	reload: () => void;
}

/**
 * A value read from the store, and again after each change of it, from whatever page or worker.
 *
 * @param useStart When the first read begins.
 */
export function useLive<Value>(
	store: Store | null,
	load: (store: Store, signal: AbortSignal) => Promise<Value>,
	inputs: readonly unknown[],
	useStart: typeof useLayoutEffect = useLayoutEffect,
): Live<Value> {
	const follow = useMemo(
		() => (store ? (listener: () => void) => store.watch(listener) : null),
		[store],
	);
	const { value, error, reload } = useFollowed(
		follow,
		async (signal) => {
			if (!store) throw new Error('nothing is read before the store is open');
			return load(store, signal);
		},
		inputs,
		useStart,
	);
	const problem = useMemo(() => (error === null ? null : problemOf(error)), [error]);
	return { value, problem, reload };
}
