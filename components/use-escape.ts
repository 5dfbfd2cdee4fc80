import { useEffect, useRef } from 'preact/hooks';

/** Innermost last: Escape goes one level back at a time. */
const levels: { current: () => void }[] = [];

function leave(event: KeyboardEvent): void {
	const innermost = levels.at(-1);
	if (event.key !== 'Escape' || event.defaultPrevented || !innermost) return;
	// Unprevented it would close the popup as well.
	event.preventDefault();
	innermost.current();
}

/** Calls back on Escape while `isActive`, unless something opened later takes it first. */
export function useEscape(isActive: boolean, onEscape: () => void): void {
	const latest = useRef(onEscape);
	latest.current = onEscape;

	useEffect(() => {
		if (!isActive) return;
		if (levels.length === 0) document.addEventListener('keydown', leave);
		levels.push(latest);
		return () => {
			levels.splice(levels.indexOf(latest), 1);
			if (levels.length === 0) document.removeEventListener('keydown', leave);
		};
	}, [isActive]);
}
