import { useEffect, useState } from 'preact/hooks';

const minuteMs = 60_000;
/** Within it no timer can have been slept through. */
const awakeMs = 1_000;

/**
 * The time, for "5 minutes ago" and for what is due: it moves on with each full minute,
 * at `nextDueAt` exactly, and when the page is looked at again after a sleep.
 */
export function useNow(nextDueAt: number | null): number {
	const [now, setNow] = useState(() => Date.now());

	useEffect(() => {
		let timer: ReturnType<typeof setTimeout>;
		const wait = (): void => {
			const at = Date.now();
			const nextMinuteAt = at - (at % minuteMs) + minuteMs;
			const isAhead = nextDueAt !== null && nextDueAt > now;
			const wakeAt = isAhead ? Math.min(nextDueAt, nextMinuteAt) : nextMinuteAt;
			timer = setTimeout(wake, Math.max(0, wakeAt - at));
		};
		// A timer may come a little early. The same time again would not draw, nor set the next.
		const wake = (): void => (Date.now() === now ? wait() : setNow(Date.now()));
		wait();
		return () => clearTimeout(timer);
	}, [now, nextDueAt]);

	useEffect(() => {
		const look = () =>
			setNow((last) => (Math.abs(Date.now() - last) < awakeMs ? last : Date.now()));
		const signs = [
			[document, 'visibilitychange'],
			[window, 'focus'],
			[window, 'pageshow'],
		] as const;
		for (const [target, sign] of signs) target.addEventListener(sign, look);
		return () => {
			for (const [target, sign] of signs) target.removeEventListener(sign, look);
		};
	}, []);

	return now;
}
