import type { SettledOrder } from '../../model';
import { asciiDigits, cleanLabel } from '../dom';
import type { TimeContext } from '../time/context';
import { settleDateOrder } from '../time/settle-date-order';
import { parseStamp } from '../time/stamps';

/** What the page says about the order of day and month. */
export interface DateEvidence {
	/** Dates and stamps of the open chat, oldest first. */
	thread: readonly string[];
	/** Dates of the list, in any order. */
	list: readonly string[];
	/** Those whose day is known from elsewhere: the page's database, or a line in words. */
	proven: readonly { text: string; at: number }[];
}

const numeric = /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/u;

/**
 * The order in which this page writes day and month, where something on it settles
 * that: a part over 12, a database time, or messages that may not go back in time.
 * WhatsApp writes the device's order, which its language alone does not tell (2026-08).
 */
export function findDateOrder(
	evidence: DateEvidence,
	context: Pick<TimeContext, 'now' | 'languages'>,
): SettledOrder | null {
	// Days only: within one day messages may stand a little out of order.
	const thread = evidence.thread.flatMap(dateIn);
	const list = evidence.list.flatMap(dateIn);
	const proven = evidence.proven.flatMap(({ text, at }) =>
		dateIn(text).map((date) => ({ text: date, at })),
	);
	return (
		agreed([...thread, ...list].map(orderByParts)) ??
		agreed(proven.map(orderByTime(context))) ??
		settleDateOrder(thread, context) ??
		agreed(list.map((text) => settleDateOrder([text], context)))
	);
}

/**
 * The same from how the half of the day is written, where nothing settles it: American
 * English alone writes "PM" and the month first; "pm" is the rest of the world's.
 */
export function guessDateOrder(
	stamps: readonly string[],
	languages: readonly string[],
): SettledOrder | null {
	const isEnglish = languages[0] !== undefined && /^en(?:-|$)/iu.test(languages[0]);
	return isEnglish && stamps.some((stamp) => /\d\s[ap]m\b/u.test(cleanLabel(stamp))) ? 'dmy' : null;
}

/** The numeric date in a text, if it has one whose order is open. */
function dateIn(text: string): string[] {
	const match = asciiDigits(cleanLabel(text)).match(numeric);
	return match ? [match[0]] : [];
}

function orderByParts(date: string): SettledOrder | null {
	const [, first, , second] = date.match(numeric) ?? [];
	if (Number(first) > 12) return 'dmy';
	return Number(second) > 12 ? 'mdy' : null;
}

function orderByTime(
	context: Pick<TimeContext, 'now' | 'languages'>,
): (proof: { text: string; at: number }) => SettledOrder | null {
	return ({ text, at }) => {
		const fitting = (['dmy', 'mdy'] as const).filter((order) => {
			const moment = parseStamp(text, { ...context, order });
			return moment !== null && (moment.from ?? at) <= at && at <= (moment.to ?? at);
		});
		return fitting.length === 1 ? (fitting[0] ?? null) : null;
	};
}

/** What all say that say something; `null` where two disagree. */
function agreed(orders: readonly (SettledOrder | null)[]): SettledOrder | null {
	const said = new Set(orders.filter((order) => order !== null));
	return said.size === 1 ? ([...said][0] ?? null) : null;
}
