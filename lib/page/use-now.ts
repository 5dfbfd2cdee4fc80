import { useEffect, useState } from 'preact/hooks';

const minuteMs = 60_000;

/**
 * The time, for "5 minutes ago" and for what is due: it moves on with each full minute,
 * at `nextDueAt` exactly, and when the page is looked at again after a sleep.
 */
export function useNow(nextDueAt: number | null): number {
	const [now, setNow] = useState(() => Date.now());

	useEffect(() => {
		const at = Date.now();
		const nextMinuteAt = at - (at % minuteMs) + minuteMs;
		const isAhead = nextDueAt !== null && nextDueAt > now;
		const wakeAt = isAhead ? Math.min(nextDueAt, nextMinuteAt) : nextMinuteAt;
		const timer = setTimeout(() => setNow(Date.now()), Math.max(0, wakeAt - at));
		return () => clearTimeout(timer);
	}, [now, nextDueAt]);

	useEffect(() => {
		const look = () => setNow(Date.now());
		document.addEventListener('visibilitychange', look);
		return () => document.removeEventListener('visibilitychange', look);
	}, []);

	return now;
}
