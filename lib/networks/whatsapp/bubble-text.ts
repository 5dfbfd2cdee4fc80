import { maxTextLength } from '../../limits';
import type { MessageKind } from '../../model';
import { capText, cleanLabel, textOf } from '../dom';
import { type Parts, textSpans } from './bubble-parts';
import * as selectors from './selectors';

/** A name or title on one line. */
export function nameOf(element: Element | null): string | null {
	const name = element ? cleanLabel(textOf(element)) : '';
	return name === '' ? null : capText(name, 2_000);
}

/** What the message says; of kinds without a text of their own, what is shown instead. */
export function bodyText(
	kind: MessageKind,
	row: Element,
	{ textElement, metaElement, quote, stampElement }: Parts,
	author: Element | null,
): string | null {
	if (kind === 'deleted') return null;
	if (textElement) {
		const isMore = (element: Element): boolean =>
			element === quote || isMoreButton(element, textElement, stampElement);
		const text = textOf(textElement, isMore).trim();
		return text === '' ? null : text;
	}
	if (kind === 'file') return fileName(row, quote);
	if (kind !== 'system' && kind !== 'call' && kind !== 'unsupported') return null;
	const isBeside = (element: Element): boolean =>
		element === metaElement ||
		element === quote ||
		element === author ||
		element.matches(selectors.threadAddons);
	const text = textOf(row, isBeside).trim();
	return text === '' ? null : text;
}

function fileName(row: Element, quote: Element | null): string | null {
	const isOwn = (element: Element): boolean => !quote?.contains(element);
	const card = [...row.querySelectorAll(selectors.threadFile)].find(isOwn);
	const shown = nameOf(card?.querySelector('span[dir]') ?? null);
	const titled = [...row.querySelectorAll(selectors.threadTitled)].filter(isOwn).map(fileNameIn);
	return shown ?? titled.find((name) => name !== null) ?? null;
}

/** `plan.pdf`, or `Download "plan.pdf"` in any language. */
export function fileNameIn(element: Element): string | null {
	const title = cleanLabel(element.getAttribute('title') ?? '');
	const name = title.match(/["“„«»「]\s*([^"“”„«»」]+?)\s*["”“«»」]$/u)?.[1] ?? title;
	return /^[^/\\]{1,250}\.(?=\d{0,4}\p{L})[\p{L}\d]{2,5}$/u.test(name) ? name : null;
}

/** "Read more": a button beside the text. Mentions are buttons too, inside it. */
export function isCut({ stampElement, textElement, quote }: Parts): boolean {
	if (!stampElement || !textElement) return false;
	return [...stampElement.querySelectorAll(selectors.threadButton)].some(
		(button) => !quote?.contains(button) && isMoreButton(button, textElement, stampElement),
	);
}

function isMoreButton(element: Element, text: Element, stamp: Element | null): boolean {
	if (!element.matches(selectors.threadButton) || !stamp?.contains(element)) return false;
	if (text !== stamp) return !text.contains(element);
	return (
		!element.matches(selectors.threadMention) && !element.querySelector(selectors.threadMention)
	);
}

export function quoteText(quote: Element): string | null {
	const marked = quote.querySelector(`${selectors.threadQuoteText}, ${selectors.threadText}`);
	const [first, ...others] = textSpans(quote);
	const author = quote.querySelector(selectors.threadAuthor) ?? (others.length > 0 ? first : null);
	const text = marked ? textOf(marked) : textOf(quote, (element) => element === author);
	const trimmed = text.trim();
	return trimmed === '' ? null : capText(trimmed, maxTextLength);
}

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\d#*]\ufe0f?\u20e3/u;
const glyphs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function readReactions(row: Element): string[] {
	const found = [...row.querySelectorAll(selectors.threadReaction)].flatMap((button) => {
		const pictures = [...button.querySelectorAll('img[alt]')].map((picture) =>
			picture.getAttribute('alt'),
		);
		if (pictures.length > 0) return pictures;
		// Without pictures the emoji stand in the text, one after the other, or are only spoken.
		const shown = emojiIn(textOf(button));
		return shown.length > 0 ? shown : emojiIn(button.getAttribute('aria-label') ?? '');
	});
	const isReaction = (text: string | null): text is string =>
		text !== null && emoji.test(text) && text.length <= 100;
	return [...new Set(found)].filter(isReaction).slice(0, 50);
}

function emojiIn(text: string): string[] {
	const found = [...glyphs.segment(capText(text, 1_000))].map(({ segment }) => segment);
	return found.filter((segment) => emoji.test(segment));
}
