import type { MessageReading, Moment } from '../../model';
import { capText, cleanLabel, textOf } from '../dom';
import type { Keep } from '../kept-readings';
import type { TimeContext } from '../time/context';
import { type CalendarDate, intervalMoment, localMoment, unknownMoment } from '../time/moments';
import { type Bubble, bubbleReader } from './bubble';
import type { PageMemory } from './memory';
import * as selectors from './selectors';
import { settleSides } from './sides';
import { clockMoment, dayOf, separatorDate, stampMoment } from './stamps';
import { itemFinder, type ThreadLayer } from './thread-rows';

/** The open chat as it stands in the page, before days and sides are settled. */
export interface OpenThread {
	layer: ThreadLayer | null;
	title: string | null;
	/** The one chat that ids of before 2026-04 name. */
	chatId: string | null;
	/** Stretches between two lines that name a day, each with that line. */
	days: ThreadDay[];
	/** Messages whose place is kept but which are not drawn. */
	shellCount: number;
	isLastDrawnAlone: boolean;
	hasComposer: boolean;
	problems: string[];
}

interface ThreadDay {
	label: string | null;
	bubbles: Bubble[];
}

export function readOpenThread(
	main: Element,
	languages: readonly string[],
	keep: Keep,
): OpenThread {
	const { layer, placeCount, inOrder } = keep(main, itemFinder(keep));
	const days: ThreadDay[] = [{ label: null, bubbles: [] }];
	const problems: string[] = [];
	const seen = new Set<string>();
	let shellCount = placeCount;
	for (const item of inOrder) {
		if (typeof item === 'string') {
			days.push({ label: item, bubbles: [] });
			continue;
		}
		const bubble = readBubbleSafely(item, languages, problems, keep);
		if (bubble === null) shellCount += 1;
		else if (bubble && !isRepeated(bubble, seen)) days.at(-1)?.bubbles.push(bubble);
	}
	const bubbles = days.flatMap((day) => day.bubbles);
	const chatIds = new Set(bubbles.flatMap(({ chatId }) => (chatId === null ? [] : [chatId])));
	return {
		layer,
		title: readTitle(main),
		chatId: chatIds.size === 1 ? ([...chatIds][0] ?? null) : null,
		days,
		shellCount,
		isLastDrawnAlone: shellCount >= 3 && bubbles.length <= 1,
		hasComposer: main.querySelector(selectors.threadComposer) !== null,
		problems,
	};
}

/** One bad row is that row alone. */
export function readBubbleSafely(
	row: Element,
	languages: readonly string[],
	problems: string[],
	keep: Keep,
): Bubble | null | undefined {
	try {
		return keep(row, bubbleReader(languages));
	} catch {
		problems.push('message-unreadable');
		return undefined;
	}
}

/** A page that moves a message may hold it twice for a moment. */
function isRepeated({ id }: Bubble, seen: Set<string>): boolean {
	if (id === null) return false;
	const isKnown = seen.has(id);
	seen.add(id);
	return isKnown;
}

function readTitle(main: Element): string | null {
	const header = main.querySelector(selectors.threadHeader);
	if (!header) return null;
	const element =
		header.querySelector(selectors.threadTitle) ??
		header.querySelector(selectors.threadTitleByButton) ??
		header.querySelector(selectors.threadTitleByDirection) ??
		header.querySelector(selectors.threadTitleByAttribute);
	if (!element) return null;
	const title = cleanLabel(textOf(element)) || cleanLabel(element.getAttribute('title') ?? '');
	return title === '' ? null : capText(title, 2_000);
}

/** What tells the order of day and month: the dates of the open chat, oldest first. */
export function threadDates({ days }: OpenThread): string[] {
	return days.flatMap(({ label, bubbles }) => [
		...(label === null ? [] : [label]),
		...bubbles.flatMap(({ stamp }) => (stamp ? [stamp.time] : [])),
	]);
}

/** Stamps under a line that names its day in words, with when that day began. */
export function provenDates(
	{ days }: OpenThread,
	context: TimeContext,
): { text: string; at: number }[] {
	return days.flatMap(({ label, bubbles }) => {
		const date = label === null || /\p{Nd}/u.test(label) ? null : separatorDate(label, context);
		const at = date && localMoment(date).from;
		const stamp = bubbles.find((bubble) => bubble.stamp)?.stamp;
		return at && stamp ? [{ text: stamp.time, at }] : [];
	});
}

/** The messages with their times, sides and senders. */
export function toMessages(
	open: OpenThread,
	memory: PageMemory,
	context: TimeContext,
): { messages: MessageReading[]; unreadStamps: number } {
	const days = joinDays(open.days, context);
	const sides = settleSides(
		days.map(({ bubbles }) => bubbles),
		memory,
	);
	const messages: MessageReading[] = [];
	let unreadStamps = 0;
	for (const day of days) {
		for (const bubble of day.bubbles) {
			const { side, sender } = sides.get(bubble) ?? { side: 'unknown', sender: null };
			const sentAt = bubble.stamp
				? stampMoment(bubble.stamp.time, context)
				: clockMoment(bubble.clock, day.date, context);
			if (bubble.stamp && sentAt.precision === 'unknown') unreadStamps += 1;
			const { id, kind, text, truncated, quote, edited, reactions } = bubble;
			const deleted = kind === 'deleted';
			messages.push({
				...{ id, side, sender, kind, text, truncated, sentAt, edited, deleted },
				quote: deleted ? null : quote,
				reactions: deleted ? [] : reactions,
			});
		}
	}
	return { messages: boundUnknown(messages), unreadStamps };
}

interface DatedDay {
	date: CalendarDate | null;
	bubbles: Bubble[];
}

/**
 * The stretches by day. A text between messages that names no day ("3 unread messages")
 * leaves the day as it was. A stamp within a day tells it better than its line, which
 * may say "Today" a moment after midnight.
 */
function joinDays(days: readonly ThreadDay[], context: TimeContext): DatedDay[] {
	const joined: DatedDay[] = [];
	for (const { label, bubbles } of days) {
		const date = label === null ? null : separatorDate(label, context);
		const last = joined.at(-1);
		if (last && label !== null && date === null && !dayName.test(label)) {
			last.bubbles.push(...bubbles);
		} else joined.push({ date, bubbles: [...bubbles] });
	}
	return joined.map(({ date, bubbles }) => ({
		bubbles,
		date: stampedDay(bubbles, context) ?? date,
	}));
}

/** A date whose order is open, or a word for a day that is not known, still ends a day. */
const dayName = /^(?:[\p{Nd}\s./-]+|\P{Nd}+)$/u;

function stampedDay(bubbles: readonly Bubble[], context: TimeContext): CalendarDate | null {
	for (const { stamp } of bubbles) {
		const day = stamp && dayOf(stampMoment(stamp.time, context));
		if (day) return day;
	}
	return null;
}

/** A message without any date lies between its neighbours. */
function boundUnknown(messages: readonly MessageReading[]): MessageReading[] {
	const later: (number | null)[] = [];
	let next: number | null = null;
	for (const { sentAt } of [...messages].reverse()) {
		if (isDated(sentAt)) next = sentAt.to;
		later.unshift(next);
	}
	let earlier: number | null = null;
	return messages.map((message, index) => {
		if (isDated(message.sentAt)) earlier = message.sentAt.from;
		if (message.sentAt.precision !== 'unknown') return message;
		const to = later[index] ?? null;
		const isInOrder = earlier === null || to === null || earlier <= to;
		return { ...message, sentAt: isInOrder ? intervalMoment(earlier, to) : unknownMoment };
	});
}

function isDated({ precision }: Moment): boolean {
	return precision === 'exact' || precision === 'minute' || precision === 'day';
}
