import { type MessageKind, maxTextLength, type Side } from '../../model';
import { capText, cleanLabel, textOf } from '../dom';
import { parseClock } from '../time';
import { legacyParts, messageKey } from './identity';
import { type KindEvidence, kindOf } from './kind';
import { hasIcon, iconNames } from './row';
import { icons, thread } from './selectors';
import { type Stamp, splitStamp } from './stamps';

/** What one message's element says by itself; side, sender and day may need its neighbours. */
export interface Bubble {
	id: string | null;
	/** The chat that an id of before 2026-04 names. */
	chatId: string | null;
	kind: MessageKind;
	text: string | null;
	truncated: boolean;
	quote: string | null;
	edited: boolean;
	reactions: string[];
	stamp: Stamp | null;
	clock: string | null;
	/** Proven by the bubble alone. */
	side: Side;
	/** Group messages of others name their author. */
	author: string | null;
	/** "You:" or "<name>:" without the colon. */
	label: string | null;
	/** The first bubble of a run. */
	hasTail: boolean;
}

/** `null` for the place of a message that is not drawn. */
export function readBubble(row: Element, languages: readonly string[]): Bubble | null {
	if (isShell(row)) return null;
	const parts = findParts(row, languages);
	const { stampElement, metaElement, quote } = parts;
	const isOutside = (element: Element): boolean =>
		!quote?.contains(element) && !element.closest(thread.addons);
	const evidence = gatherEvidence(row, parts, isOutside);
	const kind = kindOf(evidence);
	const stamp = splitStamp(stampElement?.getAttribute('data-pre-plain-text') ?? '');
	const legacy = legacyParts(row.getAttribute('data-id') ?? '');
	const author = nameOf([...row.querySelectorAll(thread.author)].find(isOutside));
	const clock = metaElement && clockIn(metaElement, languages);
	const body = bodyText(kind, row, parts);
	return {
		id: readId(row),
		chatId: legacy?.chatId ?? null,
		kind,
		text: body === null ? null : capText(body, maxTextLength),
		truncated:
			body !== null && (body.length > maxTextLength || (kind !== 'deleted' && isCut(parts))),
		quote: quote && quoteText(quote),
		edited: metaElement !== null && kind !== 'deleted' && isEdited(metaElement, clock),
		reactions: readReactions(row),
		stamp,
		clock: clock?.text ?? null,
		side: legacy ? (legacy.isMine ? 'mine' : 'theirs') : provenSide(row, parts, evidence, author),
		author,
		label: readLabel(row, isOutside),
		hasTail: evidence.icons.some((icon) => icons.tailIn.test(icon) || icons.tailOut.test(icon)),
	};
}

interface Parts {
	stampElement: Element | null;
	textElement: Element | null;
	metaElement: Element | null;
	quote: Element | null;
}

function isShell(row: Element): boolean {
	if (row.querySelector(thread.shell) || row.matches(thread.shell)) return true;
	return (
		!row.querySelector(
			`${thread.stamp}, ${thread.icon}, ${thread.notification}, svg, img, span[dir]`,
		) && !row.matches(thread.stamp)
	);
}

function findParts(row: Element, languages: readonly string[]): Parts {
	const stampElement = row.matches(thread.stamp) ? row : row.querySelector(thread.stamp);
	const quote = findQuote(row, stampElement);
	const textElement =
		[...(stampElement ?? row).querySelectorAll(thread.text)].find(
			(element) => !quote?.contains(element) && !element.closest(thread.footer),
		) ?? stampElement;
	return {
		stampElement,
		textElement,
		quote,
		metaElement: findMeta(row, languages, quote, textElement),
	};
}

function findQuote(row: Element, stampElement: Element | null): Element | null {
	const marked = row.querySelector(thread.quote);
	if (marked) return marked;
	const quoted = row.querySelector(thread.quoteText);
	if (quoted) return quoted.closest(thread.button) ?? quoted;
	// Text stands in spans: a block at its start is what it answers to (2026-09).
	const first = stampElement?.querySelector(thread.text)?.firstElementChild;
	return first?.matches('div') && first.nextSibling ? first : null;
}

/** The corner with time and ticks: the last clock of the message stands in it. */
function findMeta(
	row: Element,
	languages: readonly string[],
	quote: Element | null,
	text: Element | null,
): Element | null {
	const marked = [...row.querySelectorAll(thread.meta)].find((meta) => !quote?.contains(meta));
	if (marked) return marked;
	const clocks = [...row.querySelectorAll(thread.metaTime)].filter(
		(span) => !quote?.contains(span) && !text?.contains(span) && isClock(textOf(span), languages),
	);
	return clocks.at(-1)?.parentElement ?? null;
}

function isClock(text: string, languages: readonly string[]): boolean {
	return text.length <= 20 && parseClock(text, languages) !== null;
}

function clockIn(
	meta: Element,
	languages: readonly string[],
): { text: string; element: Element } | null {
	const spans = [...meta.querySelectorAll(thread.metaTime), ...meta.querySelectorAll('span')];
	for (const element of spans.filter((span) => span.querySelector('svg') === null)) {
		const text = cleanLabel(textOf(element));
		if (isClock(text, languages)) return { text, element };
	}
	return null;
}

/** A word beside the clock: "Edited" in any language. Stars and pins are drawings. */
function isEdited(meta: Element, clock: { element: Element } | null): boolean {
	return clock !== null && /\p{L}/u.test(textOf(meta, (part) => part === clock.element));
}

function readId(row: Element): string | null {
	const dataId = row.getAttribute('data-id');
	const testid = row.getAttribute('data-testid')?.match(/^conv-msg-(.+)$/u)?.[1];
	const id = dataId ? messageKey(dataId) : testid;
	return id !== undefined && id !== '' && id.length <= 400 ? id : null;
}

function gatherEvidence(
	row: Element,
	{ stampElement, textElement, metaElement }: Parts,
	isOutside: (element: Element) => boolean,
): KindEvidence & { icons: string[] } {
	const isMedium = (element: Element): boolean =>
		isOutside(element) && !textElement?.contains(element);
	const has = (selector: string): boolean => [...row.querySelectorAll(selector)].some(isMedium);
	return {
		isNotification: row.querySelector(thread.notification) !== null,
		hasText: textElement !== null,
		hasMeta: metaElement !== null,
		hasTail: hasIcon(row, icons.tailIn) || hasIcon(row, icons.tailOut),
		icons: iconNames(row, (icon) => isMedium(icon)),
		hasSlider: has(thread.slider),
		hasFileCard: [...row.querySelectorAll(thread.file)].some(
			(card) =>
				isMedium(card) && !stampElement?.contains(card) && card.querySelector('span[title]'),
		),
		hasVideo: has(thread.video),
		hasPhoto: has(thread.photo),
		tiles: [...row.querySelectorAll(`${thread.album} ${thread.tile}, ${thread.tile}`)].filter(
			isMedium,
		),
		pictures: [...row.querySelectorAll(thread.picture)].filter(isMedium),
	};
}

/** Strongest first; see pages of 2020-09 .. 2026-08 for each. */
function provenSide(
	row: Element,
	{ metaElement, quote }: Parts,
	evidence: KindEvidence & { icons: string[] },
	author: string | null,
): Side {
	const isWithin = (selector: string): boolean =>
		row.closest(selector) !== null || row.querySelector(selector) !== null;
	if (isWithin(thread.outgoing)) return 'mine';
	if (isWithin(thread.incoming)) return 'theirs';
	if (evidence.icons.some((icon) => icons.tick.test(icon))) return 'mine';
	const isButton = metaElement !== null && isMetaButton(metaElement, row);
	if (isButton) return 'mine';
	if (evidence.icons.some((icon) => icons.tailOut.test(icon))) return 'mine';
	if (evidence.icons.some((icon) => icons.tailIn.test(icon))) return 'theirs';
	if (author !== null) return 'theirs';
	// What was deleted has lost its tick too, so the missing button proves nothing there.
	const isDeleted = evidence.icons.some((icon) => icons.deleted.test(icon));
	return metaElement && !quote?.contains(metaElement) && !isDeleted ? 'theirs' : 'unknown';
}

/** The corner, or what is drawn closely around it, opens "message info". */
function isMetaButton(meta: Element, row: Element): boolean {
	const button = meta.closest(thread.button) ?? meta.querySelector(thread.button);
	return button !== null && row.contains(button) && textOf(button).length <= 60;
}

function readLabel(row: Element, isOutside: (element: Element) => boolean): string | null {
	for (const span of [...row.querySelectorAll(thread.label)].filter(isOutside)) {
		const text = cleanLabel(span.getAttribute('aria-label') ?? '');
		if (span.textContent === '' && /[:：]$/u.test(text)) return capText(text.slice(0, -1), 2_000);
	}
	return null;
}

function nameOf(element: Element | undefined): string | null {
	const name = element ? cleanLabel(textOf(element)) : '';
	return name === '' ? null : capText(name, 2_000);
}

function bodyText(
	kind: MessageKind,
	row: Element,
	{ textElement, metaElement, quote, stampElement }: Parts,
): string | null {
	if (kind === 'deleted') return null;
	if (textElement) {
		const isMore = (element: Element): boolean =>
			element === quote || isMoreButton(element, textElement, stampElement);
		const text = textOf(textElement, isMore);
		return text === '' ? null : text;
	}
	if (kind === 'file') {
		const card = [...row.querySelectorAll(thread.file)].find((one) => !quote?.contains(one));
		return nameOf(card?.querySelector('span[dir]') ?? undefined);
	}
	if (kind !== 'system' && kind !== 'call' && kind !== 'unsupported') return null;
	const isBeside = (element: Element): boolean =>
		element === metaElement ||
		element === quote ||
		element.matches(`${thread.author}, ${thread.addons}`);
	const text = textOf(row, isBeside).trim();
	return text === '' ? null : text;
}

/** "Read more": a button beside the text. Mentions are buttons too, inside it. */
function isCut({ stampElement, textElement, quote }: Parts): boolean {
	if (!stampElement || !textElement) return false;
	return [...stampElement.querySelectorAll(thread.button)].some(
		(button) => !quote?.contains(button) && isMoreButton(button, textElement, stampElement),
	);
}

function isMoreButton(element: Element, text: Element, stamp: Element | null): boolean {
	if (!element.matches(thread.button) || !stamp?.contains(element)) return false;
	return text === stamp ? !element.querySelector('[data-plain-text]') : !text.contains(element);
}

function quoteText(quote: Element): string | null {
	const marked = quote.querySelector(`${thread.quoteText}, ${thread.text}`);
	const author = quote.querySelector(thread.author);
	const text = marked ? textOf(marked) : textOf(quote, (element) => element === author);
	const trimmed = text.trim();
	return trimmed === '' ? null : capText(trimmed, maxTextLength);
}

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

function readReactions(row: Element): string[] {
	const found = [...row.querySelectorAll(thread.reaction)].flatMap((button) => {
		const pictures = [...button.querySelectorAll('img[alt]')].map((picture) =>
			picture.getAttribute('alt'),
		);
		const shown = pictures.length > 0 ? pictures : textOf(button).split(/\s+/u);
		return shown.filter((text) => text !== null && emoji.test(text) && text.length <= 100);
	});
	return [...new Set(found)].filter((glyph) => glyph !== null).slice(0, 50);
}
