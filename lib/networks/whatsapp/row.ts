import type { Side, Unread } from '../../model';
import { asciiDigits, capText, cleanLabel, isBefore, readCount, textOf } from '../dom';
import * as icons from './icons';
import { outermost } from './rows';
import * as selectors from './selectors';

/** What one row of the chat list says by itself. */
export interface RowReading {
	title: string;
	/** Which selector gave the title. */
	titleLayer: 'testid' | 'cell' | 'bare';
	isSelf: boolean;
	isSelected: boolean;
	/** As written: "4:47 pm", "Thursday". */
	time: string | null;
	preview: string | null;
	previewSender: string | null;
	/** Own messages carry a tick; without one the side depends on what kind of chat it is. */
	hasTick: boolean;
	/** A line that both sides can have caused without a tick: a call, a deletion, a reaction. */
	isSideless: boolean;
	unread: Unread;
	muted: boolean | null;
	pinned: boolean | null;
	/** Only a group names the sender, or stands under a community. */
	isGroup: boolean;
	networkTimerMs: number | null;
}

const shortLength = 2_000;
const hourMs = 3_600_000;
/** The three durations that WhatsApp offers, by the number in their label. */
const networkTimers = new Map([
	[24, 24 * hourMs],
	[7, 7 * 24 * hourMs],
	[90, 90 * 24 * hourMs],
]);

/** `header` is a section title between rows, `null` a row whose name cannot be read. */
export function readRow(row: Element): RowReading | 'header' | null {
	const found = findTitle(row);
	if (!found)
		return row.querySelector(`${selectors.listSelectable}, ${selectors.listNameCell}`)
			? null
			: 'header';
	const { titleElement, titleLayer } = found;
	const title = label(titleElement.getAttribute('title'));
	if (title === null) return null;
	const status = findStatus(row, titleElement);
	const line = status ? readStatus(status) : nothing;
	return {
		title,
		titleLayer,
		isSelf:
			row.querySelector(selectors.listSelfRow) !== null ||
			(titleLayer === 'bare' && row.querySelector(selectors.listNameCell) === null),
		isSelected:
			row.matches(selectors.listSelected) || row.querySelector(selectors.listSelected) !== null,
		time: readTime(row, titleElement),
		...line,
		...readIcons(row, line.hasCallSign),
		isGroup: line.previewSender !== null || row.querySelector(selectors.listCommunity) !== null,
		networkTimerMs: readNetworkTimer(row),
	};
}

/** The `title` attribute: the text may carry a hidden announcement in front (2026-09-24). */
function findTitle(
	row: Element,
): { titleElement: Element; titleLayer: RowReading['titleLayer'] } | null {
	for (const [titleLayer, selector] of [
		['testid', selectors.listTitleByTestid],
		['cell', selectors.listTitleByCell],
		['bare', selectors.listTitleBare],
	] as const) {
		const found = [...row.querySelectorAll(selector)];
		const titleElement = found.find((span) => span.getAttribute('title') !== '') ?? found[0];
		if (titleElement) return { titleElement, titleLayer };
	}
	return null;
}

/** Beside the name: the last short text of that cell. */
function readTime(row: Element, title: Element): string | null {
	const detail = row.querySelector(selectors.listTime);
	const beside = [
		...(row.querySelector(selectors.listNameCell)?.querySelectorAll('*') ?? []),
	].filter((element) => element.childElementCount === 0 && follows(title, element));
	for (const element of detail ? [detail] : beside.reverse()) {
		const text = cleanLabel(textOf(element));
		if (text !== '' && text.length <= 24) return text;
	}
	return null;
}

/** The line under the name: beside the icons in every era. */
function findStatus(row: Element, title: Element): Element | null {
	const status = row.querySelector(selectors.listStatus);
	if (status) return status;
	let cell = row.querySelector(selectors.listIconCell);
	for (; cell && cell !== row && !cell.contains(title); cell = cell.parentElement) {
		const before = cell.previousElementSibling;
		if (!before || before.contains(title)) continue;
		const line = before.matches('span') ? before : before.querySelector('span[title], span');
		if (line) return line;
	}
	const titled = [...row.querySelectorAll('span[title]')].filter(
		(span) =>
			span !== title && !span.closest(`${selectors.listNameCell}, ${selectors.listCommunity}`),
	);
	return titled.at(-1) ?? null;
}

function follows(element: Element, other: Element): boolean {
	return isBefore(element, other) && !element.contains(other);
}

type Line = Pick<RowReading, 'preview' | 'previewSender' | 'hasTick' | 'isSideless'> & {
	hasCallSign: boolean;
};
const nothing: Line = {
	preview: null,
	previewSender: null,
	hasTick: false,
	isSideless: true,
	hasCallSign: false,
};

/**
 * In order: tick, community group, author, colon, sign, text (2026 modules). The `title`
 * holds the message in full; while someone is typing there is none of all these, and the
 * text is no message. The visible text wins: a reaction's title is the message it belongs to.
 */
function readStatus(status: Element): Line {
	const title = status.getAttribute('title');
	const texts = outermost(status.querySelectorAll('span[dir]'));
	const colon = findColon(status, texts);
	const text = texts.findLast((span) => !colon || follows(colon, span)) ?? null;
	const visible = body(text && textOf(text));
	const full = body(title && unwrapped(title));
	const hasTick = hasIcon(status, icons.tick);
	const hasCallSign = hasIcon(status, icons.call);
	const author = colon && !hasTick ? readAuthor(colon) : null;
	const isMessage =
		title !== null ||
		hasTick ||
		author !== null ||
		status.querySelector(selectors.listSymbol) !== null;
	return {
		preview: isMessage ? (visible ?? full) : null,
		previewSender: isMessage ? author : null,
		hasTick,
		isSideless:
			!isMessage || hasCallSign || hasIcon(status, icons.deleted) || !isSame(visible, full),
		hasCallSign,
	};
}

/** The page puts the text between an embedding mark and its end. */
function unwrapped(title: string): string {
	return title.replace(/^[\u202a\u202b]/u, '').replace(/\u202c$/u, '');
}

/** A reaction's line and its title are two texts; a cut or decorated text is still the same. */
function isSame(visible: string | null, full: string | null): boolean {
	if (visible === null || full === null) return true;
	const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
	return plain(full).startsWith(plain(visible)) || plain(visible) === '';
}

/** A span of nothing but a colon parts a name from what was sent, which may be a drawing alone. */
function findColon(status: Element, texts: readonly Element[]): Element | undefined {
	return [...status.querySelectorAll('span')].find(
		(span) =>
			span.childElementCount === 0 &&
			/^[:：]$/u.test(cleanLabel(span.textContent ?? '')) &&
			!texts.some((text) => text.contains(span)),
	);
}

function readAuthor(colon: Element): string | null {
	const author = colon.previousElementSibling ?? colon.parentElement?.previousElementSibling;
	return author ? label(textOf(author)) : null;
}

/** Counter and drawings beside the line; `null` where their place is not found. */
function readIcons(
	row: Element,
	hasCallSign: boolean,
): Pick<RowReading, 'unread' | 'muted' | 'pinned'> {
	const cell = row.querySelector(selectors.listIconCell);
	const place = cell ?? row.querySelector(selectors.listSecondLine);
	if (!place) return { unread: null, muted: null, pinned: null };
	return {
		unread: readBadge(place) ?? (cell ? readUnread(cell, hasCallSign) : 0),
		muted: place.querySelector(selectors.listMuted) !== null || hasIcon(place, icons.muted),
		pinned: hasIcon(place, icons.pinned),
	};
}

function readBadge(place: Element): Unread {
	const badge = place.querySelector(selectors.listUnread);
	return badge && countOf(badge);
}

function readUnread(cell: Element, hasCallSign: boolean): Unread {
	const candidates = [...cell.querySelectorAll(selectors.listUnreadHidden)].filter(
		(span) => span.hasAttribute('aria-label') || isCount(span),
	);
	const hidden = candidates.find((span) => !isDrawing(span) && !isMissedCall(span));
	if (hidden) return countOf(hidden);
	if (cell.querySelector(selectors.listUnreadDot)) return true;
	// Before 2026 the counter stood free, and missed calls were not counted beside it.
	const labelled = [...cell.querySelectorAll(selectors.listUnreadLabelled)].filter(
		(span) => !isMissedCall(span),
	);
	const counter = hasCallSign ? undefined : labelled.find(isCount);
	if (counter) return countOf(counter);
	// Spoken and neither a number nor a drawing: marked as unread.
	return (
		labelled.some((span) => span.childNodes.length === 0 && !span.matches(selectors.threadIcon)) ||
		0
	);
}

/** "Marked unread" has the counter's place and no number; "999+" may be spoken in full (2026-09). */
function countOf(badge: Element): Unread {
	const text = textOf(badge);
	const spoken = readCount(badge.getAttribute('aria-label') ?? '');
	const drawn = readCount(text);
	const isCut = text.includes('+') && spoken !== null && spoken > (drawn ?? 0);
	const count = isCut ? spoken : (drawn ?? spoken);
	return count === null ? true : Math.min(count, 1_000_000);
}

function isCount(span: Element): boolean {
	return /^[\d.,'’٬\s]+\+?$/u.test(asciiDigits(cleanLabel(textOf(span))));
}

function isDrawing(span: Element): boolean {
	return span.querySelector('svg, img') !== null;
}

function isMissedCall(span: Element): boolean {
	return span.closest(selectors.listMissedCalls) !== null;
}

function readNetworkTimer(row: Element): number | null {
	for (const span of row.querySelectorAll(selectors.listTimerLabel)) {
		if (
			span.textContent !== '' ||
			span.closest(`${selectors.listIconCell}, ${selectors.listNameCell}`)
		)
			continue;
		const duration = networkTimers.get(readCount(span.getAttribute('aria-label') ?? '') ?? 0);
		if (duration !== undefined) return duration;
	}
	return null;
}

/** Whether a drawing of that name is in the tree, by `data-icon` or by the svg's title. */
export function hasIcon(root: Element, name: RegExp): boolean {
	return iconNames(root).some((icon) => name.test(icon));
}

export function iconNames(
	root: Element,
	counts: (icon: Element) => boolean = () => true,
): string[] {
	return [...root.querySelectorAll(`${selectors.threadIcon}, ${selectors.threadIconTitle}`)]
		.filter(counts)
		.map((icon) => (icon.getAttribute('data-icon') ?? icon.textContent ?? '').trim().slice(0, 100));
}

function label(text: string | null): string | null {
	return body(text === null ? null : cleanLabel(text));
}

function body(text: string | null): string | null {
	const kept = capText(text?.trim() ?? '', shortLength);
	return kept === '' ? null : kept;
}

/** Which side a row's last message is from, as far as the row and the kind of chat tell. */
export function previewSide(row: RowReading, isGroup: boolean | null): Side {
	if (row.hasTick) return 'mine';
	if (row.preview === null || row.isSideless) return 'unknown';
	// In a group a line without a sender is the page's own ("… joined").
	if (row.previewSender !== null) return 'theirs';
	return isGroup === false ? 'theirs' : 'unknown';
}
