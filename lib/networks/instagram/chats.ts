import type { ChatReading, Moment } from '../../model';
import type { ReadContext } from '../adapter';
import { capText, cleanLabel, isBefore, textOf } from '../dom';
import { readAnew } from '../kept-readings';
import { inShownOrder } from '../shown-order';
import { boldRows, type RowTexts } from '../text-weight';
import { exactMoment, unknownMoment } from '../time/moments';
import { parseRelative } from '../time/relative-times';
import { parseStamp } from '../time/stamps';
import { chatIdOf, pictureName, provisionalIdOf } from './identity';
import { maxLabel } from './limits';
import { type Found, isInPanel, isRow, type Roots } from './roots';
import * as selectors from './selectors';

export interface ListReading {
	chats: ChatReading[];
	/** Which layer gave the rows. */
	layer: string | null;
	/** Rows in the page, readable or not. */
	rows: number;
	withoutTitle: number;
	withoutTime: number;
}

/** The rows in the page, in visual order; their ids are linked later (`identity.ts`). */
export function readChats(roots: Roots, context: ReadContext, problems: string[]): ListReading {
	const { list, messages } = roots;
	const reading: ListReading = { chats: [], layer: null, rows: 0, withoutTitle: 0, withoutTime: 0 };
	if (!list) return reading;
	const rows = findRows(list).filter((row) => !messages?.root.contains(row));
	const isTimed = rows.some((row) => row.querySelector(selectors.rowTime));
	reading.rows = rows.length;
	reading.layer = `${list.layer}/${list.layer === 'links' ? 'links' : isTimed ? 'timed' : 'titled'}`;
	const texts: RowTexts[] = [];
	for (const row of rows) {
		const read = readOne(row, list, context, problems);
		if (!read) {
			reading.withoutTitle += 1;
			problems.push('row-without-title');
			continue;
		}
		const { chat } = read;
		if (chat.lastActivity.precision === 'unknown') reading.withoutTime += 1;
		if (chat.id === null && chat.provisionalId === null) problems.push('row-without-picture');
		reading.chats.push(chat);
		texts.push(read.texts);
	}
	const isMarked = reading.chats.some(({ unread }) => unread === true);
	for (const [index, isBold] of boldRows(texts, isMarked).entries()) {
		const chat = reading.chats[index];
		if (isBold && chat?.unread === 0) chat.unread = true;
	}
	return reading;
}

/** One bad row costs that row only. */
function readOne(
	row: Element,
	list: Found,
	context: ReadContext,
	problems: string[],
): { chat: ChatReading; texts: RowTexts } | null {
	try {
		const { keep = readAnew } = context;
		if (list.layer === 'links') {
			const chat = keep(row, readLinkRow);
			return chat && { chat: { ...chat }, texts: { name: null, preview: null } };
		}
		const face = keep(row, readFace);
		if (!face) return null;
		const lastActivity = readRowTime(face.times, context);
		return { chat: { ...face.chat, lastActivity }, texts: face.texts };
	} catch (error) {
		problems.push('row-failed', error instanceof Error ? error.name : 'unknown-error');
		return null;
	}
}

/** Whether the list shows what was searched for instead of the chats. */
export function isSearching(roots: Roots): boolean {
	const column = roots.list?.root.closest(selectors.navigation);
	const field = column?.querySelector(selectors.search);
	return field instanceof HTMLInputElement && field.value !== '';
}

export function findRows({ root, layer }: Found): readonly Element[] {
	const isWanted = layer === 'links' ? () => true : isRow;
	const selector = layer === 'links' ? selectors.linkRow : selectors.row;
	const found = [...root.querySelectorAll(selector)].filter(
		(element) => isWanted(element) && !isInPanel(element),
	);
	// In document order a row is followed by what is in it.
	const rows: Element[] = [];
	for (const element of found) if (!rows.at(-1)?.contains(element)) rows.push(element);
	return inShownOrder(root, rows);
}

/** What a row shows, before its time is understood. */
interface RowFace {
	chat: ChatReading;
	/** How the time is written, aloud and in short. */
	times: readonly string[];
	texts: RowTexts;
}

export function readFace(row: Element): RowFace | null {
	const time = row.querySelector(selectors.rowTime);
	const lines = outermost(row, selectors.line).filter((line) => !(time && line.contains(time)));
	const named = row.querySelector(selectors.name);
	// Without its attribute the name is the first of two lines; of one line nobody can tell.
	const nameLine = named
		? lines.find((line) => line.contains(named))
		: lines.length > 1
			? lines[0]
			: undefined;
	const title = cleanLabel(named?.getAttribute('title') || (nameLine ? textOf(nameLine) : ''));
	if (title === '') return null;
	const name = named ?? nameLine;
	const pictures = picturesOf(row, name)
		.map((picture) => pictureName(picture.getAttribute('src')))
		.filter((picture) => picture !== null);
	const chat: ChatReading = {
		...blank,
		provisionalId: provisionalIdOf(pictures, title),
		title: capText(title, maxLabel),
		preview: readPreview(row, lines, nameLine, time),
		unread: row.querySelector(selectors.unread) ? true : 0,
		muted: time && isMuted(row, time),
		// One picture does not tell: groups may have one of their own (2 of 3 did, 2026-04-23).
		group: pictures.length > 1 ? true : null,
		open: row.matches(selectors.openRow) || row.querySelector(selectors.openRow) !== null,
	};
	const times = time ? [time.getAttribute('aria-label') ?? '', textOf(time)] : [];
	const texts = { name: name ?? null, preview: previewLine(lines, nameLine) ?? null };
	return { chat, times: times.filter((text) => text !== ''), texts };
}

/** A row of 2022–2025: it names its chat itself and has an exact time. */
function readLinkRow(row: Element): ChatReading | null {
	const time = row.querySelector(selectors.rowTimeOlder);
	const leaves = [...row.querySelectorAll('div, span')].filter(
		(leaf) =>
			leaf.childElementCount === 0 && leaf !== time && /[\p{L}\p{N}]/u.test(leaf.textContent ?? ''),
	);
	const [name, preview] = leaves;
	const id = chatIdOf(new URL(row.getAttribute('href') ?? '', 'https://www.instagram.com/'));
	const title = name ? cleanLabel(textOf(name)) : '';
	if (title === '' || id === null) return null;
	const at = Date.parse(time?.getAttribute('datetime') ?? '');
	return {
		...blank,
		id,
		title: capText(title, maxLabel),
		preview: preview ? capText(cleanLabel(textOf(preview)), maxLabel) : null,
		lastActivity: Number.isNaN(at) || at < 0 ? unknownMoment : exactMoment(at),
	};
}

const blank: ChatReading = {
	id: null,
	provisionalId: null,
	title: '',
	preview: null,
	// "You: " is a word of a language, and whose a generated line is nobody can tell.
	previewSide: 'unknown',
	previewSender: null,
	unread: null,
	muted: null,
	pinned: null,
	archived: null,
	group: null,
	open: false,
	lastActivity: unknownMoment,
	networkTimerMs: null,
};

/** The line after the name; without lines, all that is left of the row's text. */
function readPreview(
	row: Element,
	lines: Element[],
	nameLine: Element | undefined,
	time: Element | null,
): string | null {
	const line = previewLine(lines, nameLine);
	if (line) return capText(trimmed(textOf(line, isMarker)), maxLabel);
	if (nameLine) return null;
	const rest = textOf(
		row,
		(element) =>
			isMarker(element) ||
			element === time ||
			element.matches(selectors.name) ||
			element.localName === 'img',
	);
	return capText(trimmed(rest), maxLabel) || null;
}

function previewLine(lines: Element[], nameLine: Element | undefined): Element | undefined {
	return lines.find(
		(line) =>
			line !== nameLine &&
			!line.closest(selectors.unread) &&
			trimmed(textOf(line, isMarker)) !== '',
	);
}

function isMarker(element: Element): boolean {
	return element.matches(selectors.unread);
}

/** One line, without the dot between preview and time. */
function trimmed(text: string): string {
	return text.replace(/^[\s·]+|[\s·]+$/gu, '').replace(/\s+/gu, ' ');
}

/** The chat's pictures stand before its name; a picture after it belongs to the preview. */
function picturesOf(row: Element, name: Element | undefined): Element[] {
	const outside = [...row.querySelectorAll('img')].filter((img) => !img.closest(selectors.line));
	const before = outside.filter((img) => name && isBefore(img, name));
	return before.length > 0 ? before : outside;
}

/** An icon after the time; one before it belongs to the name (a verified account). */
function isMuted(row: Element, time: Element): boolean {
	return [...row.querySelectorAll(selectors.labelledIcon)].some((icon) => isBefore(time, icon));
}

function readRowTime(times: readonly string[], { now, document, languages }: ReadContext): Moment {
	const wanted = [document.documentElement?.lang, ...languages].filter((tag) => !!tag) as string[];
	for (const text of times) {
		const moment =
			parseRelative(text, { now, languages: wanted }) ??
			parseStamp(text, { now, languages: wanted });
		if (moment) return moment;
	}
	return unknownMoment;
}

function outermost(root: Element, selector: string): Element[] {
	const found = [...root.querySelectorAll(selector)];
	return found.filter((element) => {
		const around = element.parentElement?.closest(selector);
		return !around || !root.contains(around);
	});
}
