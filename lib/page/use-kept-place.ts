import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type FrameName, keepPlace, keptPlace } from '@/lib/unsealed/kept-places';

/** Where something is scrolled to is kept no more often than this. */
const everyMs = 150;

interface KeptPlace<Place> {
	place: Place;
	/** Whether it is known where the frame was left. */
	isKnown: boolean;
	/** Goes there. */
	go: (change: Partial<Place>) => void;
	/** Keeps what changes all the time, like a scroll, and draws nothing for it. */
	keep: (change: Partial<Place>) => void;
}

/**
 * Where someone is in a frame; outlives the frame, so that a popup that closed goes on.
 *
 * @param isAnew Nothing can be kept: it was locked until now.
 */
export function useKeptPlace<Place extends object>(
	frame: FrameName,
	start: Place,
	isAnew = false,
): KeptPlace<Place> {
	const [{ place, isKnown }, setState] = useState({ place: start, isKnown: isAnew });
	const hasMoved = useRef(false);
	const kept = useRef<Partial<Place>>({});
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	const latest = useRef(place);
	latest.current = place;

	useLayoutEffect(() => {
		const goOn = (found: unknown): void => {
			const isThere = !hasMoved.current && typeof found === 'object';
			setState((last) => ({
				place: isThere ? { ...start, ...found } : last.place,
				isKnown: true,
			}));
		};
		keptPlace(frame).then(goOn, (error: unknown) => {
			// Without it the frame begins at its start, as it would with nothing kept.
			console.error(error);
			goOn(undefined);
		});
	}, [frame, start]);

	// At once: a popup may be closed before the frame that shows it.
	useLayoutEffect(() => {
		if (hasMoved.current) void keepPlace(frame, { ...place, ...kept.current });
	}, [frame, place]);

	const go = useCallback((change: Partial<Place>) => {
		hasMoved.current = true;
		const scrolled = kept.current;
		kept.current = {};
		setState((last) => ({ ...last, place: { ...last.place, ...scrolled, ...change } }));
	}, []);

	const keep = useCallback(
		(change: Partial<Place>) => {
			hasMoved.current = true;
			kept.current = { ...kept.current, ...change };
			timer.current ??= setTimeout(() => {
				timer.current = undefined;
				void keepPlace(frame, { ...latest.current, ...kept.current });
			}, everyMs);
		},
		[frame],
	);

	return { place, isKnown, go, keep };
}
