import type { Moment } from '../../model';
import { cleanLabel } from '../dom';
import { parseClock } from '../time/clocks';
import type { TimeContext } from '../time/context';
import { parseDate } from '../time/dates';
import { type CalendarDate, intervalMoment, localMoment, unknownMoment } from '../time/moments';
import { parseStamp } from '../time/stamps';

/** `data-pre-plain-text`, "[4:47 pm, 11/8/2026] Name: ". */
export interface Stamp {
	time: string;
	sender: string | null;
}

const dayMs = 86_400_000;

/** A name may hold colons and brackets: cut at the first "] " and the last ": ". */
export function splitStamp(text: string): Stamp | null {
	const match = text.match(/^\s*\[([^\]]{1,80})\]\s*([\s\S]*?):?\s*$/u);
	if (!match) return null;
	const sender = cleanLabel(match[2] ?? '');
	return { time: match[1] ?? '', sender: sender === '' ? null : sender };
}

/** When a stamp says, to the minute; an interval over both orders while neither is settled. */
export function stampMoment(time: string, context: TimeContext): Moment {
	const moment = parseStamp(time, context);
	if (moment && isPossible(moment, context.now)) return moment;
	if (context.order) return unknownMoment;
	const either = (['dmy', 'mdy'] as const)
		.map((order) => parseStamp(time, { ...context, order }))
		.filter((one): one is Moment => one !== null && isPossible(one, context.now));
	const [one, other] = either;
	if (!one || !other) return one ?? unknownMoment;
	return spanOf(one, other);
}

function spanOf(one: Moment, other: Moment): Moment {
	const from = Math.min(one.from ?? 0, other.from ?? 0);
	return intervalMoment(from, Math.max(one.to ?? from, other.to ?? from));
}

/** A message from after tomorrow is a misreading. */
function isPossible(moment: Moment, now: number): boolean {
	return moment.from !== null && moment.from <= now + dayMs;
}

/** The day that a line between messages names, in words or figures. */
export function separatorDate(text: string, context: TimeContext): CalendarDate | null {
	const label = cleanLabel(text);
	if (label === '' || label.length > 40 || parseClock(label, context.languages)) return null;
	return parseDate(label, context);
}

/** A clock beside a message on a day that is known from elsewhere. */
export function clockMoment(
	clock: string | null,
	date: CalendarDate | null,
	context: TimeContext,
): Moment {
	if (!date) return unknownMoment;
	return localMoment(date, clock === null ? null : parseClock(clock, context.languages));
}

/** The local day of a moment that lies within one. */
export function dayOf(moment: Moment): CalendarDate | null {
	if (moment.precision !== 'minute' || moment.from === null) return null;
	const date = new Date(moment.from);
	return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}
