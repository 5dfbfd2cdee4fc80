import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Read<Value> {
	/** `null` until first read; keeps the last value where a later read fails. */
	value: Value | null;
	/** Why the last read failed, `null` where it did not. */
	error: unknown;
}

export interface Followed<Value> extends Read<Value> {
	/** Reads again, for what changes with time and not with an event. */
	reload: () => void;
}

/**
 * A value that is read again whenever its source calls. Calls that come while one read
 * runs end in one more read, not in a queue. `follow` is `null` while there is no source
 * yet; `inputs` name what else the value depends on. The signal ends a long read whose
 * answer nobody waits for any more.
 *
 * @param useStart When it begins: at once, and not only after a frame is drawn without it.
 */
export function useFollowed<Value>(
	follow: ((listener: () => void) => () => void) | null,
	load: (signal: AbortSignal) => Promise<Value>,
	inputs: readonly unknown[],
	useStart: typeof useLayoutEffect = useLayoutEffect,
): Followed<Value> {
	const [read, setRead] = useState<Read<Value>>({ value: null, error: null });
	const [reloads, setReloads] = useState(0);
	const reload = useCallback(() => setReloads((count) => count + 1), []);
	const latest = useRef(load);
	latest.current = load;

	useStart(() => {
		if (!follow) return;
		const ended = new AbortController();
		let isRunning = false;
		let isStale = false;

		const readOnce = async () => {
			try {
				const value = await latest.current(ended.signal);
				if (!ended.signal.aborted) setRead({ value, error: null });
			} catch (error) {
				if (!ended.signal.aborted) setRead((last) => ({ ...last, error }));
			}
		};
		const readAll = async () => {
			isStale = true;
			if (isRunning) return;
			isRunning = true;
			while (isStale && !ended.signal.aborted) {
				isStale = false;
				await readOnce();
			}
			isRunning = false;
		};

		const unfollow = follow(readAll);
		void readAll();
		return () => {
			ended.abort();
			unfollow();
		};
	}, [follow, reloads, ...inputs]);

	return { ...read, reload };
}
