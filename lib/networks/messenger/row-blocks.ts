/**
 * The pieces of text in a chat row, in reading order. A block is the outermost element
 * with text of its own; emoji pictures count as text, all other pictures do not.
 */
import { cleanLabel, isBefore, textOf } from '../dom';
import * as selectors from './selectors';

export interface RowBlock {
	element: Element;
	text: string;
	/** Has no element inside: how hidden marks are drawn, unlike names and previews. */
	isLeaf: boolean;
}

export interface RowText {
	/** Before the time and its separator. */
	blocks: RowBlock[];
	time: Element | null;
}

const separator = /^[\s\u00b7\u2022\u2219\u22c5\u30fb]*$/u;
const shortTime = /^\p{Nd}{1,2}\s?\p{L}{1,6}\.?$/u;
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

export function readRowText(link: Element): RowText {
	const time = link.querySelector(selectors.rowTime);
	const found: RowBlock[] = [];
	if (hasOwnText(link)) {
		found.push({ element: link, text: textOf(link, isPlainPicture), isLeaf: isLeaf(link) });
	} else collect(link, time, found);
	if (time) {
		return { blocks: joinPieces(found.filter(({ element }) => isBefore(element, time))), time };
	}
	const blocks = withoutShortTime(link, found);
	return { blocks: joinPieces(blocks), time: found[blocks.length]?.element ?? null };
}

/** A text's own element may be wrapped again; whatever has text of its own is one block. */
function collect(element: Element, time: Element | null, found: RowBlock[]): void {
	for (const child of element.children) {
		if (child === time || isSilent(child)) continue;
		if (hasOwnText(child)) {
			const text = textOf(child, isPlainPicture);
			if (!separator.test(text)) found.push({ element: child, text, isLeaf: isLeaf(child) });
		} else collect(child, time, found);
	}
}

function isSilent(element: Element): boolean {
	const name = element.localName;
	return (
		name === 'svg' ||
		name === 'script' ||
		name === 'style' ||
		element.getAttribute('aria-hidden') === 'true'
	);
}

function hasOwnText(element: Element): boolean {
	for (const node of element.childNodes) {
		if (node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '') return true;
	}
	return [...element.children].some(isEmoji) || isEmoji(element);
}

function isEmoji(element: Element): boolean {
	return element.localName === 'img' && emoji.test(element.getAttribute('alt') ?? '');
}

/** Avatars may carry the name as `alt`: not part of the row's text. */
function isPlainPicture(element: Element): boolean {
	return element.localName === 'img' && !isEmoji(element);
}

function isLeaf(element: Element): boolean {
	return element.childElementCount === 0;
}

/** Rows without `abbr` put the time after a separator of its own, or write it as "4m" (2026-09). */
function withoutShortTime(link: Element, found: RowBlock[]): RowBlock[] {
	const last = found.at(-1);
	if (!last || found.length < 3) return found;
	const shortAt = shortTimeAt(found);
	if (shortAt !== null) return found.slice(0, shortAt);
	const dots = [...link.querySelectorAll('span, div')].filter(
		(element) => isLeaf(element) && /^\s*\u00b7\s*$/u.test(element.textContent ?? ''),
	);
	const dot = dots.at(-1);
	return dot && isBefore(dot, last.element) ? found.slice(0, -1) : found;
}

/** A number and a unit, after name and preview; "Active now" may follow. */
function shortTimeAt(found: readonly RowBlock[]): number | null {
	const at = found.findLastIndex(({ text }) => shortTime.test(cleanLabel(text)));
	return at >= 2 ? at : null;
}

/** Emoji beside text are blocks of their own until joined: neighbours around one parent. */
function joinPieces(blocks: RowBlock[]): RowBlock[] {
	const joined: RowBlock[] = [];
	for (const block of blocks) {
		const previous = joined.at(-1);
		if (previous && isOnePiece(previous, block)) {
			joined[joined.length - 1] = {
				element: previous.element,
				text: previous.text + block.text,
				isLeaf: false,
			};
		} else joined.push(block);
	}
	return joined;
}

function isOnePiece(one: RowBlock, next: RowBlock): boolean {
	if (next.element.localName === 'div' || one.element.localName === 'div') return false;
	if (one.isLeaf && endsWithColon(one.text)) return false;
	const line = next.element.closest(selectors.textLine);
	if (line?.contains(one.element)) return true;
	if (!isPictureOnly(one.element) && !isPictureOnly(next.element)) return false;
	const parent = one.element.parentElement;
	return parent !== null && parent.localName === 'span' && parent.contains(next.element);
}

function isPictureOnly(element: Element): boolean {
	return (element.textContent ?? '').trim() === '';
}

export function endsWithColon(text: string): boolean {
	return /[:\uff1a]$/u.test(cleanLabel(text));
}
