/** The open chat: its rows, settled against each other. */
import type { ChatReading, ThreadReading } from '../../model';
import type { ReadContext } from '../adapter';
import { capText, cleanLabel, comparableTitle } from '../dom';
import { readAnew } from '../kept-readings';
import { chatIdOf, languagesOf, readAccount } from './identity';
import { memoryOf, type PageMemory } from './memory';
import { type RowMessage, readMessage } from './message';
import { formOf, isGroupId } from './message-id';
import { otherIdsOf, personOf } from './peer';
import { type FoundRows, findRows, type MessageLayer } from './rows';
import * as selectors from './selectors';
import { nameSenders, settleSides } from './senders';
import { stampThread } from './stamps';
import { belongsTo, remember } from './thread-owner';
import { settleTombstones } from './tombstones';

export interface ThreadResult {
	layer: MessageLayer | null;
	thread: ThreadReading | null;
	/** A group for certain, 1:1 for certain, or not told. */
	group: boolean | null;
	/** Message rows are there, even if they are another chat's for a moment. */
	hasRows: boolean;
	/** Something was seen that is believed only if it is still there a little later. */
	isUnsettled: boolean;
	problems: string[];
}

const maxTitleLength = 2_000;

export function readThread(
	context: ReadContext,
	list: { chats: readonly ChatReading[]; currentId: string | null },
): ThreadResult {
	const found = findRows(context);
	const chatId = chatIdOf(context.url) ?? list.currentId;
	const memory = memoryOf(context);
	const problems = [...found.problems];
	const nothing = {
		...{ layer: null, thread: null, group: null },
		...{ hasRows: false, isUnsettled: false, problems },
	};
	if (found.rows.length === 0) return nothing;
	const face = {
		label: found.root?.getAttribute('aria-label') ?? null,
		messageIds: found.rows.flatMap(({ id }) => (id === null ? [] : [id])),
	};
	if (chatId === null) problems.push('thread-without-address');
	else if (!belongsTo(chatId, face, list.chats, memory)) {
		return { ...nothing, hasRows: true, problems: [...problems, 'thread-of-another-chat'] };
	} else remember(chatId, face, memory);

	const rows = readRows(found, context, problems);
	if (rows.length === 0) return { ...nothing, hasRows: true };
	settle(rows, found, face.label, context, memory, problems);
	const group = groupOf(face.messageIds);
	const title = titleOf(chatId, face.label, list.chats, context.document);
	if (isOfTwo(rows, group, face.messageIds)) nameOther(rows, title);
	const isUnsettled = settleTombstones(rows, memory);
	const { chatsOfPeer } = memory;
	const page = { account: readAccount(context), chats: list.chats, chatsOfPeer };
	const otherIds = chatId === null ? [] : otherIdsOf(chatId, face.messageIds, page);
	return {
		layer: found.layer,
		hasRows: true,
		isUnsettled,
		group,
		problems,
		thread: {
			chatId,
			provisionalId: null,
			...(otherIds.length > 0 && { otherIds }),
			title,
			messages: rows.map(({ reading }) => reading),
		},
	};
}

function readRows(found: FoundRows, context: ReadContext, problems: string[]): RowMessage[] {
	const { keep = readAnew } = context;
	const seen = new Set<string>();
	return found.rows.flatMap(({ element, id }) => {
		if (id !== null && seen.has(id)) return [];
		if (id !== null) seen.add(id);
		try {
			return [readMessage(element, id, context.url, keep)];
		} catch {
			problems.push('unreadable-row');
			return [];
		}
	});
}

function settle(
	rows: RowMessage[],
	found: FoundRows,
	label: string | null,
	context: ReadContext,
	memory: PageMemory,
	problems: string[],
): void {
	const places = new Map(found.rows.map((row) => [row.element, row]));
	const timeContext = { now: context.now, languages: languagesOf(context) };
	const stamps = stampThread(
		rows.map(({ element, reading, label: own }) => ({
			id: reading.id,
			hasTimedId: reading.id !== null && formOf(reading.id) !== 'opaque',
			timeWords: own?.time ?? null,
			breakText: places.get(element)?.breakText ?? null,
			isFirstBelow: places.get(element)?.isFirstBelow ?? false,
		})),
		timeContext,
	);
	rows.forEach(({ reading }, index) => {
		reading.sentAt = stamps.moments[index] ?? reading.sentAt;
	});
	settleSystemRows(rows);
	settleSides(rows, label, timeContext.languages, memory);
	nameSenders(rows);
	if (!stamps.areIdsTrusted) problems.push('ids-disagree-with-labels');
	if (stamps.outOfRange > 0.05) problems.push('ids-out-of-range');
	if (stamps.outOfOrder > 0.1) problems.push('ids-out-of-order');
	problems.push(...rowProblems(rows));
}

/**
 * Where messages have a toolbar, a text without one, without a side and without "sender:" in
 * its label is the page's own [C].
 */
function settleSystemRows(rows: readonly RowMessage[]): void {
	if (!rows.some(({ hasToolbar }) => hasToolbar)) return;
	for (const { reading, label, hasToolbar } of rows) {
		const isSided = reading.side !== 'unknown' || label?.ending === 'text';
		if (!hasToolbar && !isSided && reading.kind === 'text') reading.kind = 'system';
	}
}

function rowProblems(rows: RowMessage[]): string[] {
	const problems: string[] = [];
	const share = (isSo: (row: RowMessage) => boolean): number =>
		rows.filter(isSo).length / rows.length;
	const sided = rows.filter(({ reading }) => reading.kind !== 'system');
	const unsided = sided.filter(({ reading }) => reading.side === 'unknown').length;
	if (sided.length > 0 && unsided / sided.length > 0.1) problems.push('side-unknown');
	if (share(({ isConflict }) => isConflict) > 0.1) problems.push('sides-conflict');
	// How labels speak of calls was not seen.
	const labelled = rows.filter(
		({ label, reading }) => label !== null && label.ending !== 'none' && reading.kind !== 'call',
	);
	const different = labelled.filter(({ label }) => label?.ending === 'other').length;
	if (labelled.length > 0 && different / labelled.length > 0.2) {
		problems.push('texts-disagree-with-labels');
	}
	return problems;
}

/** By the letter in its ids, or by one person in all of them; a page names people above messages in groups only. */
function isOfTwo(rows: RowMessage[], group: boolean | null, ids: readonly string[]): boolean {
	const senders = new Set(rows.flatMap(({ reading }) => reading.sender ?? []));
	const isNamed = senders.size > 1 || rows.some(({ heading }) => heading?.isName);
	return !isNamed && (group === false || (group === null && personOf(ids) !== null));
}

/** The other one of a chat of two is called as the chat, where nothing else names them. */
function nameOther(rows: RowMessage[], title: string | null): void {
	for (const { reading } of rows) if (reading.side === 'theirs') reading.sender ??= title;
}

function groupOf(ids: readonly string[]): boolean | null {
	const told = ids.map(isGroupId).filter((is) => is !== null);
	return told.length > 0 && told.every((is) => is === told[0]) ? (told[0] ?? null) : null;
}

/** Headings and links in there are of one message; the row at a group's start has no id. */
const messageParts = `${selectors.message}, ${selectors.article}, ${selectors.oldRow}`;

/** The list's title; else the heading or link beside the messages that the log's label contains. */
function titleOf(
	chatId: string | null,
	label: string | null,
	chats: readonly ChatReading[],
	document: Document,
): string | null {
	const listed = chats.find(({ id }) => id === chatId && id !== null)?.title;
	if (listed !== undefined) return listed;
	const main = document.querySelector(selectors.main);
	if (label === null || !main) return null;
	const spoken = comparableTitle(label);
	const titles = [...main.querySelectorAll(`${selectors.heading}, ${selectors.link}`)]
		.filter((element) => !element.closest(messageParts))
		.map((element) => cleanLabel((element.textContent ?? '').slice(0, maxTitleLength * 2)))
		.filter((title) => {
			const name = comparableTitle(title);
			return name !== '' && name !== spoken && spoken.includes(name);
		});
	const longest = titles.sort((one, other) => other.length - one.length)[0];
	return longest === undefined ? null : capText(longest, maxTitleLength);
}
