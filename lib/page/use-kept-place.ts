import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type FrameName, keepPlace, keptPlace } from '@/lib/kept-places';

/** Where someone is in a frame; outlives the frame, so that a popup that closed goes on. */
export function useKeptPlace<Place extends object>(
	frame: FrameName,
	start: Place,
): [Place, (change: Partial<Place>) => void] {
	const [place, setPlace] = useState(start);
	const hasMoved = useRef(false);

	useEffect(() => {
		const goOn = (kept: unknown): void => {
			if (!hasMoved.current && typeof kept === 'object') setPlace({ ...start, ...kept });
		};
		// Without it the frame begins at its start, as it would with nothing kept.
		keptPlace(frame).then(goOn, (error: unknown) => console.error(error));
	}, [frame, start]);

	useEffect(() => {
		if (hasMoved.current) void keepPlace(frame, place);
	}, [frame, place]);

	const go = useCallback((change: Partial<Place>) => {
		hasMoved.current = true;
		setPlace((last) => ({ ...last, ...change }));
	}, []);

	return [place, go];
}
