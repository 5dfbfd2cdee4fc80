import { useEffect, useState } from 'preact/hooks';

/** Whether something has been so for a while without a break. */
export function useLasting(isSo: boolean, forMs: number): boolean {
	const [isLasting, setIsLasting] = useState(false);

	useEffect(() => {
		if (!isSo) return;
		const timer = setTimeout(setIsLasting, forMs, true);
		return () => {
			clearTimeout(timer);
			setIsLasting(false);
		};
	}, [isSo, forMs]);

	return isSo && isLasting;
}
