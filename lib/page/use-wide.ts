import { useEffect, useState } from 'preact/hooks';

/** Room for the list beside an open chat. */
const wide = '(min-width: 720px)';

export function useWide(): boolean {
	const [isWide, setWide] = useState(() => matchMedia(wide).matches);

	useEffect(() => {
		const query = matchMedia(wide);
		const look = () => setWide(query.matches);
		query.addEventListener('change', look);
		return () => query.removeEventListener('change', look);
	}, []);

	return isWide;
}
