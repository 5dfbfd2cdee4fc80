import type { Moment } from '../../model';
import { findClock } from './clocks';
import type { TimeContext } from './context';
import { parseDate } from './dates';
import { plainLabel } from './find-words';
import { dateOf, localMoment } from './moments';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A clock, a date, or both in either order. A bare clock means today, or yesterday if that is still to come. */
export function parseStamp(text: string, context: TimeContext): Moment | null {
	const label = plainLabel(text);
	const found = findClock(label, context.languages);
	if (!found) {
		const date = parseDate(label, context);
		return date && localMoment(date);
	}
	// Between digits a hyphen is part of a date, as Dutch writes it; "quinta-feira" is one word.
	const rest = found.rest
		.replace(/(?:[\s,،、，·|]|(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}]))+/gu, ' ')
		.trim();
	if (/[\p{L}\p{N}]/u.test(rest)) {
		const date = parseDate(rest, context);
		return date && localMoment(date, found.clock);
	}
	const today = localMoment(dateOf(context.now), found.clock);
	const isToCome = (today.from ?? 0) > context.now + 10 * minuteMs;
	return isToCome ? localMoment(dateOf(context.now - dayMs), found.clock) : today;
}
