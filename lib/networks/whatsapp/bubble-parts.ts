import { capText, cleanLabel, isBefore, textOf } from '../dom';
import { parseClock } from '../time/clocks';
import { bareName } from './identity';
import * as selectors from './selectors';

/** Where in a message its parts are; `null` where it has no such part. */
export interface Parts {
	stampElement: Element | null;
	textElement: Element | null;
	metaElement: Element | null;
	quote: Element | null;
}

export function findParts(row: Element, languages: readonly string[]): Parts {
	const stampElement = row.matches(selectors.threadStamp)
		? row
		: row.querySelector(selectors.threadStamp);
	const quote = findQuote(row, stampElement);
	const textElement =
		[...(stampElement ?? row).querySelectorAll(selectors.threadText)].find(
			(element) => !quote?.contains(element) && !element.closest(selectors.threadFooter),
		) ?? stampElement;
	return {
		stampElement,
		textElement,
		quote,
		metaElement: findMeta(row, languages, quote, textElement),
	};
}

function findQuote(row: Element, stampElement: Element | null): Element | null {
	const marked = row.querySelector(selectors.threadQuote);
	if (marked) return marked;
	const quoted = row.querySelector(selectors.threadQuoteText);
	if (quoted) return quoted.closest(selectors.threadButton) ?? quoted;
	// Text stands in spans: a block at its start is what it answers to (2026-09).
	const text = stampElement?.querySelector(selectors.threadText);
	const first = text?.firstElementChild;
	if (first?.matches('div') && first.nextSibling) return first;
	return findUnmarkedQuote(row, text ?? stampElement);
}

/** Without its marks: a button before the text that holds two texts, who and what; 2026-08. */
function findUnmarkedQuote(row: Element, text: Element | null): Element | null {
	if (!text) return null;
	const quote = [...row.querySelectorAll(selectors.threadButton)].find((button) => {
		if (!isBefore(button, text) || button.contains(text) || button.matches(selectors.threadTitled))
			return false;
		return textSpans(button).length >= 2 && !button.querySelector(selectors.threadLink);
	});
	return quote ?? null;
}

/** Innermost spans that say something. */
export function textSpans(element: Element): Element[] {
	return [...element.querySelectorAll('span')].filter(
		(span) => !span.querySelector('span') && textOf(span).trim() !== '',
	);
}

/** The corner with time and ticks: the last clock of the message stands in it. */
function findMeta(
	row: Element,
	languages: readonly string[],
	quote: Element | null,
	text: Element | null,
): Element | null {
	const marked = [...row.querySelectorAll(selectors.threadMeta)].find(
		(meta) => !quote?.contains(meta),
	);
	if (marked) return marked;
	const clocks = [...row.querySelectorAll(selectors.threadMetaTime)].filter(
		(span) => !quote?.contains(span) && !text?.contains(span) && isClock(textOf(span), languages),
	);
	return clocks.at(-1)?.parentElement ?? null;
}

function isClock(text: string, languages: readonly string[]): boolean {
	return text.length <= 20 && parseClock(text, languages) !== null;
}

/** The clock in that corner, as written. */
export function clockIn(
	meta: Element,
	languages: readonly string[],
): { text: string; element: Element } | null {
	const spans = [
		...meta.querySelectorAll(selectors.threadMetaTime),
		...meta.querySelectorAll('span'),
	];
	for (const element of spans.filter((span) => span.querySelector('svg') === null)) {
		const text = cleanLabel(textOf(element));
		if (isClock(text, languages)) return { text, element };
	}
	return null;
}

/** Shown in groups only; without its mark it is the text that repeats the label. */
export function findAuthor(
	row: Element,
	{ textElement, metaElement }: Parts,
	label: string | null,
	isOutside: (element: Element) => boolean,
): Element | null {
	const marked = [...row.querySelectorAll(selectors.threadAuthor)].find(isOutside);
	if (marked || label === null) return marked ?? null;
	const repeated = [...row.querySelectorAll(selectors.threadSeparator)].find(
		(span) =>
			isOutside(span) &&
			!textElement?.contains(span) &&
			!metaElement?.contains(span) &&
			bareName(cleanLabel(textOf(span))) === bareName(label),
	);
	return repeated ?? null;
}

/** Who says it, for readers of the screen: "You:" or "<name>:" in the page's language. */
export function readLabel(row: Element, isOutside: (element: Element) => boolean): string | null {
	for (const span of [...row.querySelectorAll(selectors.threadLabel)].filter(isOutside)) {
		const text = cleanLabel(span.getAttribute('aria-label') ?? '');
		if (span.textContent === '' && /[:：]$/u.test(text)) return capText(text.slice(0, -1), 2_000);
	}
	return null;
}
