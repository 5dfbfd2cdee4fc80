/** When each message of a thread was sent: by its id, else by its label, else by the breaks. */
import type { Moment } from '../../model';
import { parseClock } from '../time/clocks';
import type { TimeContext } from '../time/context';
import { exactMoment, intervalMoment, localMoment, unknownMoment } from '../time/moments';
import { parseStamp } from '../time/stamps';
import { timeOfId } from './message-id';

export interface StampedRow {
	id: string | null;
	/** Whether the id is of a form that holds a time. */
	hasTimedId: boolean;
	/** The time words of its label, `null` without a label. */
	timeWords: string | null;
	/** Text of the last date break above it, and whether it is the first row below. */
	breakText: string | null;
	isFirstBelow: boolean;
}

export interface ThreadStamps {
	moments: Moment[];
	/** Ids agree with what the page shows. */
	areIdsTrusted: boolean;
	/** Share of timed ids whose time cannot be: before 2010 or to come. */
	outOfRange: number;
	/** Share of neighbours whose ids say the reverse of the page's order. */
	outOfOrder: number;
}

const minuteMs = 60_000;
/** A sender's clock may be off: the label shows the same clock, cut to the minute. */
const slackMinutes = 2;
const halfDayMinutes = 12 * 60;

export function stampThread(rows: readonly StampedRow[], context: TimeContext): ThreadStamps {
	const decoded = rows.map(({ id, hasTimedId }) =>
		id !== null && hasTimedId ? timeOfId(id, context.now) : null,
	);
	const areIdsTrusted = agreeWithLabels(rows, decoded, context);
	const isEachTimed = areIdsTrusted && decoded.every((at) => at !== null);
	const shown = isEachTimed ? [] : shownMoments(rows, context);
	const moments = rows.map((_row, index) => {
		const at = decoded[index] ?? null;
		return areIdsTrusted && at !== null ? exactMoment(at) : (shown[index] ?? unknownMoment);
	});
	const timed = rows.filter(({ hasTimedId }) => hasTimedId).length;
	const readable = decoded.filter((at) => at !== null);
	return {
		moments,
		areIdsTrusted,
		outOfRange: timed === 0 ? 0 : (timed - readable.length) / timed,
		outOfOrder: outOfOrder(readable),
	};
}

/** Distrusted when most clocks of a thread differ: such ids were not made when sent. */
function agreeWithLabels(
	rows: readonly StampedRow[],
	decoded: readonly (number | null)[],
	context: TimeContext,
): boolean {
	let compared = 0;
	let different = 0;
	rows.forEach(({ timeWords }, index) => {
		const at = decoded[index] ?? null;
		const clock = timeWords === null ? null : parseClock(timeWords, context.languages);
		if (at === null || !clock) return;
		const date = new Date(at);
		const minutes = date.getHours() * 60 + date.getMinutes() - clock.hour * 60 - clock.minute;
		// Half days are forgiven: their words are the least sure part of a clock.
		const distance = ((minutes % halfDayMinutes) + halfDayMinutes) % halfDayMinutes;
		compared += 1;
		if (Math.min(distance, halfDayMinutes - distance) > slackMinutes) different += 1;
	});
	return different * 2 <= compared;
}

function shownMoments(rows: readonly StampedRow[], context: TimeContext): Moment[] {
	let previousFrom: number | null = null;
	let previousBreak: string | null = null;
	return rows.map((row, index) => {
		const atBreak = row.breakText === null ? null : parseStamp(row.breakText, context);
		if (row.breakText !== previousBreak || row.isFirstBelow) previousFrom = atBreak?.from ?? null;
		previousBreak = row.breakText;
		const own = labelMoment(row, previousFrom, context);
		if (own) {
			previousFrom = own.from ?? previousFrom;
			return own;
		}
		if (!atBreak) return unknownMoment;
		if (row.isFirstBelow) return atBreak;
		const next = rows.slice(index + 1).find(({ isFirstBelow }) => isFirstBelow)?.breakText;
		const end = next ? parseStamp(next, context)?.to : context.now;
		return intervalMoment(atBreak.from, end === undefined ? null : end);
	});
}

/**
 * A label with a day says all. One with a clock alone has the day of the row before it
 * below the same break, or the day after where the clock started anew.
 */
function labelMoment(
	{ timeWords }: StampedRow,
	previousFrom: number | null,
	context: TimeContext,
): Moment | null {
	if (timeWords === null || timeWords.length > 200) return null;
	const whole = parseStamp(timeWords, context);
	if (whole) return whole;
	const clock = parseClock(timeWords, context.languages);
	if (
		!clock ||
		previousFrom === null ||
		/\p{Nd}.*\p{Nd}.*\p{Nd}.*\p{Nd}.*\p{Nd}/u.test(timeWords)
	) {
		return null;
	}
	const day = new Date(previousFrom);
	const at = (shift: number): Moment =>
		localMoment(
			{ year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() + shift },
			clock,
		);
	const sameDay = at(0);
	const isAnew = (sameDay.from ?? 0) < previousFrom - slackMinutes * minuteMs;
	const moment = isAnew ? at(1) : sameDay;
	return (moment.from ?? 0) > context.now + 10 * minuteMs ? null : moment;
}

function outOfOrder(times: readonly number[]): number {
	let reversed = 0;
	for (let index = 1; index < times.length; index += 1) {
		const step = (times[index] ?? 0) - (times[index - 1] ?? 0);
		if (step < -slackMinutes * minuteMs) reversed += 1;
	}
	return times.length < 2 ? 0 : reversed / (times.length - 1);
}
