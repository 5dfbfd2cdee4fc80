import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { TimerChoice } from '@/lib/inbox/choose-timer';
import type { Clock, Settings, Timer } from '@/lib/model';

/** Where timers are looked up and changed: from the chat, a row's menu, and the settings alike. */
export interface TimerDesk {
	settings: Settings;
	choose: (choice: TimerChoice) => void;
	/** How many messages would go at once. */
	countGoing: (choice: TimerChoice) => Promise<number>;
}

/** `timer: null` returns the chat to the default; a clock that is not given stays. */
export type SetTimer = (chatKey: string, timer: Timer | null, clock?: Clock) => void;

/** `null` until the store is open. */
export const TimerDeskContext = createContext<TimerDesk | null>(null);

export function useTimerDesk(): TimerDesk | null {
	return useContext(TimerDeskContext);
}

/**
 * Does something once it is known how many messages it deletes: at once where that was said
 * or is nothing, else only when it is asked for again.
 */
export function useOnceCounted(count: number | null, isSaid: boolean, act: () => void): () => void {
	const [isAsked, setAsked] = useState(false);

	useEffect(() => {
		if (!isAsked || count === null) return;
		setAsked(false);
		if (count === 0) act();
	}, [isAsked, count]);

	return () => (count === null && !isSaid ? setAsked(true) : act());
}

/** How many messages a choice, or several, delete at once; `null` while they are being counted. */
export function useGoingNow(choice: TimerChoice | readonly TimerChoice[] | null): number | null {
	const desk = useTimerDesk();
	const [counted, setCounted] = useState<{ of: string; count: number } | null>(null);
	const name = JSON.stringify(choice);

	useEffect(() => {
		if (!desk || choice === null) return;
		let isOver = false;
		const choices: TimerChoice[] = [choice].flat();
		Promise.all(choices.map(desk.countGoing)).then(
			(counts) => !isOver && setCounted({ of: name, count: counts.reduce((a, b) => a + b, 0) }),
			(error: unknown) => console.error(error),
		);
		return () => {
			isOver = true;
		};
	}, [desk, name]);

	if (!desk || choice === null) return 0;
	return counted?.of === name ? counted.count : null;
}
