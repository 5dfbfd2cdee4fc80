import type { ChatReading, MessageReading, Moment } from '../../model';
import type { ReadContext } from '../adapter';
import { capText, cleanLabel, textOf } from '../dom';
import { type Keep, readAnew } from '../kept-readings';
import type { TimeContext } from '../time/context';
import { settleDateOrder } from '../time/settle-date-order';
import { personOfLink } from './account';
import { narrowByWatching } from './arrivals';
import type { Verdict } from './authors';
import { type Item, readItems } from './items';
import { maxLabel } from './limits';
import type { PageMemory } from './memory';
import { type Content, readContent } from './message';
import type { Roots } from './roots';
import { readVerdicts } from './runs';
import * as selectors from './selectors';
import { placeTimes } from './stamps';

/** What the open chat shows, before it is known to be the address's chat. */
export interface ThreadDraft {
	layer: string | null;
	title: string | null;
	/** The other one's username; `null` in a group or where the header does not say. */
	peer: string | null;
	/** `null` where nothing tells. */
	group: boolean | null;
	messages: MessageReading[];
	/** Kind and text of each message. */
	looks: string[];
	/** Drawn slots, readable or not, and messages with nothing readable in them. */
	slots: number;
	empty: number;
	isLoading: boolean;
	/** Something between the first and the last message is not drawn. */
	hasHoles: boolean;
}

/** Reads the drawn part of the open chat; shells and placeholders are not there. */
export function readThread(
	{ messages, header }: Roots,
	own: string | null,
	context: ReadContext,
	memory: PageMemory,
	problems: string[],
): ThreadDraft | null {
	if (!messages) return null;
	const { root } = messages;
	const time = timeContext(context, memory);
	const { items, layer, slots, isLoading } = readItems(root, (lines) => {
		const { languages, now } = time;
		if (memory.dateOrder === null) {
			memory.dateOrder = settleDateOrder(lines.filter(isNumericDate), { now, languages });
			// Days that were read the other way around would be kept.
			if (memory.dateOrder !== null) memory.threads.clear();
		}
		return { ...time, order: memory.dateOrder };
	});
	const shown = items.filter((item) => item.mark.is === 'message');
	const peer = peerOf(header);
	const { keep = readAnew } = context;
	const contents = shown.map((item) => contentOf(item, problems, keep));
	const verdicts = readVerdicts(items, contents, { own, peer }, memory, keep);
	const times = placeTimes(
		items.map((item) => item.mark),
		time,
	);
	const readings = contents.map((content, index) =>
		messageReading(content, verdicts[index], times[index]),
	);
	const empty = contents.filter(({ kind, text }) => kind === 'unsupported' && text === null).length;
	if (empty > 0) problems.push('message-without-content');
	const senders = new Set(verdicts.map(({ sender }) => sender).filter((name) => name !== null));
	return {
		layer: `${messages.layer}/${layer}`,
		title: titleOf(header),
		peer,
		group: senders.size > 1 ? true : peer === null ? null : false,
		messages: readings,
		looks: readings.map(({ kind, text }) => `${kind} ${text ?? ''}`),
		slots,
		empty,
		isLoading,
		hasHoles: hasHoles(items),
	};
}

function hasHoles(items: readonly Item[]): boolean {
	const first = items.findIndex(({ mark }) => mark.is === 'message');
	const last = items.findLastIndex(({ mark }) => mark.is === 'message');
	return items.slice(first, last).some(({ mark }) => mark.is === 'break' || mark.is === 'older');
}

/** Puts the times in that watching this chat, or its open row, has made narrower. */
export function narrowTimes(
	draft: ThreadDraft,
	chatId: string,
	row: ChatReading | undefined,
	{ now, visible }: ReadContext,
	memory: PageMemory,
): MessageReading[] {
	const moments = draft.messages.map(({ sentAt }) => sentAt);
	// Not since when: of a page that slept, "7m" may be hours old.
	const lastSentBy = row && isLineOf(row, draft.messages.at(-1)) ? row.lastActivity.to : null;
	const pass = { chatId, looks: draft.looks, moments, lastSentBy, now, visible };
	const narrow = narrowByWatching(pass, memory);
	return draft.messages.map((message, index) => ({
		...message,
		sentAt: narrow[index] ?? message.sentAt,
	}));
}

/** The row's line is this message, with "You: " before it where it is one's own. */
function isLineOf({ preview }: ChatReading, message: MessageReading | undefined): boolean {
	const text = message?.text?.replace(/\s+/gu, ' ').trim();
	return !!text && preview?.endsWith(text) === true;
}

function contentOf({ element, isSystem }: Item, problems: string[], keep: Keep): Content {
	if (!element) return nothing;
	if (isSystem) return { ...nothing, kind: 'system', text: capText(textOf(element), maxLabel) };
	try {
		return keep(element, readContent);
	} catch (error) {
		problems.push('message-failed', error instanceof Error ? error.name : 'unknown-error');
		return nothing;
	}
}

const nothing: Content = {
	kind: 'unsupported',
	text: null,
	truncated: false,
	quote: null,
	reactions: [],
};

function messageReading(
	content: Content,
	verdict: Verdict | undefined,
	sentAt: Moment | undefined,
): MessageReading {
	return {
		id: null,
		side: verdict?.side ?? 'unknown',
		sender: verdict?.sender ?? null,
		...content,
		sentAt: sentAt ?? { from: null, to: null, precision: 'unknown' },
		edited: false,
		deleted: false,
	};
}

function timeContext({ now, document, languages }: ReadContext, memory: PageMemory): TimeContext {
	const wanted = [document.documentElement?.lang ?? '', ...languages].filter((tag) => tag !== '');
	return { now, languages: wanted, order: memory.dateOrder };
}

function isNumericDate(text: string): boolean {
	return text.length < 40 && /\p{Nd}[./-]\p{Nd}{1,2}[./-]\p{Nd}/u.test(text);
}

function titleOf(header: Element | null): string | null {
	if (!header) return null;
	const titled = header.querySelector(selectors.name)?.getAttribute('title');
	const heading = header.matches(selectors.heading)
		? header
		: header.querySelector(selectors.heading);
	const title = cleanLabel(titled || (heading ? textOf(heading) : ''));
	return title === '' ? null : capText(title, maxLabel);
}

/** A chat of two links its one other person in the header; a group does not. */
function peerOf(header: Element | null): string | null {
	if (!header) return null;
	const people = new Set(
		[...header.querySelectorAll(selectors.personLink)]
			.map(personOfLink)
			.filter((name) => name !== null),
	);
	return people.size === 1 ? ([...people][0] ?? null) : null;
}
