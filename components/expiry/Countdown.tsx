import { useEffect, useState } from 'preact/hooks';

const minuteMs = 60_000;

interface CountdownProps {
	until: number;
	/** The time that the rest of the view shows. */
	now: number;
	/** What is said of what is left. */
	text: (leftMs: number) => string;
}

/** What is left until a time; in its last minute it counts seconds, and nothing around it is drawn anew. */
export function Countdown({ until, now, text }: CountdownProps) {
	return <>{text(until - useSeconds(until, now))}</>;
}

/** The time, to the second in the minute before `until`; nothing runs before that minute is near. */
function useSeconds(until: number, now: number): number {
	const [ticked, setTicked] = useState({ since: now, at: now });

	useEffect(() => {
		const begun = Date.now();
		let timer: ReturnType<typeof setTimeout> | undefined;
		const plan = (at: number): void => {
			const leftMs = until - at;
			// The view's own time moves on each minute, and this is asked again.
			if (leftMs <= 0 || leftMs > 2 * minuteMs) return;
			timer = setTimeout(tick, leftMs > minuteMs ? leftMs - minuteMs : untilNextSecond(leftMs));
		};
		const tick = (): void => {
			const at = now + Date.now() - begun;
			setTicked({ since: now, at });
			plan(at);
		};
		plan(now);
		return () => clearTimeout(timer);
	}, [until, now]);

	return ticked.since === now ? ticked.at : now;
}

/** Seconds are rounded up: they change where whole ones are left. */
const untilNextSecond = (leftMs: number): number => ((leftMs - 1) % 1_000) + 1;
