/** One row of the chat list. */
import type { ChatReading, Moment, Unread } from '../../model';
import { capText, cleanLabel, comparableTitle } from '../dom';
import type { RowTexts } from '../text-weight';
import { unknownMoment } from '../time/moments';
import { parseRelative } from '../time/relative-times';
import { endsWithColon, type RowBlock, readRowText } from './row-blocks';
import * as selectors from './selectors';

const maxLabelLength = 2_000;

export interface RowContext {
	now: number;
	languages: readonly string[];
	/** How the page calls the user in labels, once a thread has shown it. */
	ownName: string | null;
	archived: boolean | null;
}

/** A row before the list as a whole is known. */
export interface RowReading {
	chat: ChatReading;
	isCurrent: boolean;
	texts: RowTexts;
	/** Whether the row has what a full row has: else a missing mark tells nothing. */
	isFull: boolean;
}

/** What a row shows, before it is understood. */
export interface RowFace extends RowWords {
	/** How the time is written, aloud and in short; `null` without one. */
	times: readonly string[] | null;
	isCurrent: boolean;
	isMuted: boolean;
	texts: RowTexts;
}

/** `null` for a row without a name. `row` holds the link and, beside it, the row's button. */
export function readFace(link: Element, row: Element): RowFace | null {
	const { blocks, time } = readRowText(link);
	const parts = splitBlocks(blocks, row, link, time !== null);
	return (
		parts && {
			title: oneLine(parts.title.text),
			marker: parts.marker,
			preview: parts.preview ? oneLine(parts.preview.text) : null,
			texts: { name: parts.title.element, preview: parts.preview?.element ?? null },
			times: time && [time.getAttribute('aria-label') ?? '', time.textContent ?? ''],
			isCurrent: link.getAttribute('aria-current') === 'page',
			isMuted: link.querySelector(selectors.mutedMark) !== null,
		}
	);
}

export function readRow(face: RowFace, id: string, context: RowContext): RowReading {
	const { title, marker, preview, times } = face;
	const own = context.ownName;
	const isOwn = own !== null && preview !== null && startsWithName(preview, own);
	return {
		isCurrent: face.isCurrent,
		texts: face.texts,
		isFull: preview !== null || times !== null,
		chat: {
			id,
			provisionalId: null,
			title: capText(title, maxLabelLength),
			preview: preview && capText(preview, maxLabelLength),
			previewSide: isOwn ? 'mine' : 'unknown',
			previewSender: null,
			unread: unreadOf(marker, title, own),
			muted: face.isMuted ? true : null,
			pinned: null,
			archived: context.archived,
			group: null,
			open: false,
			lastActivity: readAge(times, context),
			networkTimerMs: null,
		},
	};
}

/** Rows show one line, however their page was written down. */
function oneLine(text: string): string {
	return text.replace(/\s+/gu, ' ').trim();
}

interface RowWords {
	title: string;
	/** What stands directly before the preview, apart from it. */
	marker: RowBlock | null;
	preview: string | null;
}

interface RowParts {
	title: RowBlock;
	marker: RowBlock | null;
	preview: RowBlock | null;
}

function splitBlocks(
	blocks: RowBlock[],
	row: Element,
	link: Element,
	hasTime: boolean,
): RowParts | null {
	const first = blocks[0];
	const last = blocks.at(-1);
	if (!first || !last) return null;
	// Two blocks, the first a mark: a row that was cut down to its name.
	const isMarkedName = blocks.length === 2 && !hasTime && first.isLeaf && endsWithColon(first.text);
	const at = titleIndex(blocks, row, link);
	if (isMarkedName && (at !== 0 || !hasLabelFor(first, row, link))) {
		return { title: last, marker: first, preview: null };
	}
	const rest = blocks.slice(at + 1);
	const preview = rest.at(-1);
	const before = rest.at(-2);
	return {
		title: blocks[at] ?? first,
		marker: before && preview && isMarkFor(before, preview, link) ? before : null,
		preview: preview ?? null,
	};
}

/**
 * The name comes first, but a hidden "online" mark may come before it: the row's button
 * names the chat in any language, and names are drawn in a `dir` line where one is.
 */
function titleIndex(blocks: RowBlock[], row: Element, link: Element): number {
	const labelled = blocks.findIndex((block) => hasLabelFor(block, row, link));
	if (labelled >= 0) return labelled;
	const line = blocks.findIndex(({ element }) => {
		const holder = element.closest(selectors.textLine);
		return holder !== null && link.contains(holder);
	});
	return Math.max(line, 0);
}

function hasLabelFor(block: RowBlock, row: Element, link: Element): boolean {
	const name = comparableTitle(block.text);
	return [...row.querySelectorAll(selectors.rowButton)].some(
		(button) =>
			!link.contains(button) &&
			name !== '' &&
			comparableTitle(button.getAttribute('aria-label') ?? '').includes(name),
	);
}

/** A leaf that ends with a colon, or any leaf that shares the preview's own holder. */
function isMarkFor(leaf: RowBlock, preview: RowBlock, link: Element): boolean {
	if (!leaf.isLeaf) return false;
	if (endsWithColon(leaf.text)) return true;
	let holder = leaf.element;
	while (holder.parentElement && holder.parentElement.childElementCount === 1) {
		holder = holder.parentElement;
	}
	const parent = holder.parentElement;
	return parent !== null && parent !== link && parent.contains(preview.element);
}

/**
 * The mark of an unread row is a hidden leaf right before the preview that ends with a
 * colon in every language seen (en, pl; 2026-08-31). A name before the preview ends so
 * too, and a leaf without the colon is not understood: neither is taken for unread.
 */
function unreadOf(marker: RowBlock | null, title: string, own: string | null): Unread {
	if (!marker) return 0;
	if (!endsWithColon(marker.text)) return null;
	const name = cleanLabel(marker.text).replace(/\s*[:\uff1a]$/u, '');
	return comparableTitle(title).includes(comparableTitle(name)) || name === own ? null : true;
}

function startsWithName(preview: string, name: string): boolean {
	return preview.startsWith(name) && /^\s*[:\uff1a]/u.test(preview.slice(name.length));
}

function readAge(times: RowFace['times'], context: RowContext): Moment {
	for (const text of times ?? []) {
		const moment = text.length <= 80 ? parseRelative(text, context) : null;
		if (moment) return moment;
	}
	return unknownMoment;
}
