import { dayMs } from '../model';

/** What is known of the computer's clock from one look to the next. */
export interface ClockState {
	/** The latest time that was believed. */
	seenAt: number;
	/** Since when, by the clock as it stands, a jump is not believed; `null` where there is none. */
	heldSince: number | null;
	/** To when it was set back from that, once what went by then is refused for good. */
	setBackTo?: number | undefined;
}

export interface ClockVerdict {
	state: ClockState;
	/** What was due by then may be erased. */
	eraseAt: number;
	/** When to look again though nothing is due, `null` for no reason. */
	lookAgainAt: number | null;
	/** Where it was set back, and that is not settled: how late it was, and by when what was due went. */
	setBack: { from: number; wentBy: number } | null;
}

/** So long a computer may be off, or its owner away. */
const longestAbsenceMs = 31 * dayMs;
/** So long a larger jump hides what is due without erasing it. */
const holdMs = dayMs;

/**
 * Whether a clock may be believed: erasing by one that is wrong could not be undone. Forward
 * by up to 31 days is absence; more is held for a day, or until a messenger tells of a time
 * that is as late (`toldAt`).
 */
export function judgeClock(
	known: ClockState | null,
	now: number,
	toldAt: number | null = null,
): ClockVerdict {
	const believed: ClockVerdict = {
		state: { seenAt: now, heldSince: null },
		eraseAt: now,
		lookAgainAt: null,
		setBack: null,
	};
	if (known === null) return believed;
	const { seenAt, heldSince, setBackTo } = known;
	if (now < seenAt) {
		const isSettled = setBackTo !== undefined && setBackTo <= now;
		return {
			...believed,
			state: { ...known, heldSince: null },
			// What came after an earlier setting back was judged by the clock of then.
			setBack: isSettled ? null : { from: seenAt, wentBy: setBackTo ?? seenAt },
		};
	}
	if (now <= seenAt + longestAbsenceMs) return believed;
	const isTold = toldAt !== null && toldAt > seenAt + longestAbsenceMs && toldAt <= now + dayMs;
	const since = heldSince === null || heldSince > now ? now : heldSince;
	if (isTold || now - since >= holdMs) return believed;
	return {
		...believed,
		state: { seenAt, heldSince: since },
		eraseAt: seenAt,
		lookAgainAt: since + holdMs,
	};
}
