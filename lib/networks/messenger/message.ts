/** One message row, as far as it can be read alone. */
import { maxTextLength } from '../../limits';
import type { MessageKind, MessageReading } from '../../model';
import { capText, cleanLabel, isBefore, textOf } from '../dom';
import type { Keep } from '../kept-readings';
import { unknownMoment } from '../time/moments';
import { cellsOf, isWithin, type MessageCells } from './cells';
import { isMediaViewer } from './identity';
import { type LabelReading, readLabel } from './label';
import * as selectors from './selectors';
import { readSide } from './side';

export interface RowMessage {
	element: Element;
	reading: MessageReading;
	label: LabelReading | null;
	/** Full name on the avatar, drawn on the last message of a run. */
	avatarName: string | null;
	/** Words above the bubble: they begin a run, with its sender's name or with whom it answers. */
	heading: { isName: boolean; text: string } | null;
	hasToolbar: boolean;
	isConflict: boolean;
}

type ReadMessage = (element: Element) => RowMessage;

const readers = new Map<string, ReadMessage>();

/** One function for the pages of one host, so that what it reads can be kept. */
function readerAt({ origin }: URL): ReadMessage {
	const known = readers.get(origin);
	if (known) return known;
	const page = new URL(origin);
	const reader: ReadMessage = (element) => readAlone(element, page);
	readers.set(origin, reader);
	return reader;
}

/** A reading of its own, to be settled against its neighbours. */
export function readMessage(
	element: Element,
	id: string | null,
	page: URL,
	keep: Keep,
): RowMessage {
	// The button that repeats the label stands beside the row.
	const around = element.closest(selectors.article) ?? element;
	const message = keep(element, readerAt(page), around);
	return { ...message, reading: { ...message.reading, id } };
}

function readAlone(element: Element, page: URL): RowMessage {
	const cells = cellsOf(element);
	const { side, isConflict } = readSide(element, cells);
	const body = spokenBody(element, readBody(element, cells, page));
	const label = labelOf(element, body.text);
	const text = body.text === '' ? emojiOfLabel(element) : body.text;
	const quote = cells.quotes.map(quotedText).join('\n').trim();
	return {
		element,
		label,
		avatarName: element.querySelector(selectors.avatar)?.getAttribute('alt')?.trim() || null,
		heading: headingOf(element, cells),
		hasToolbar: cells.toolbar !== null,
		isConflict,
		reading: {
			id: null,
			side,
			sender: null,
			kind: body.kind,
			text: text && capText(text, maxTextLength),
			truncated: (text?.length ?? 0) > maxTextLength,
			quote: quote === '' ? null : capText(quote, maxTextLength),
			sentAt: unknownMoment,
			edited: isEdited(cells),
			deleted: false,
			reactions: readReactions(cells),
			...(cells.isToStory && { toStory: true }),
		},
	};
}

function headingOf(element: Element, { isReply, toolbar }: MessageCells): RowMessage['heading'] {
	const heading = element.querySelector(selectors.heading);
	const text = heading ? cleanLabel((heading.textContent ?? '').slice(0, 2_000)) : '';
	return text === '' ? null : { isName: !isReply && toolbar !== null, text };
}

interface Body {
	kind: MessageKind;
	/** Empty where there is a block of text in which nothing is drawn. */
	text: string | null;
}

function readBody(element: Element, cells: MessageCells, page: URL): Body {
	const { content, textBlocks, toolbar } = cells;
	const media = mediaKind(content ?? element, cells, page);
	if (textBlocks.length > 0) {
		const text = textBlocks
			.map((block) => textOf(block))
			.join('\n')
			.trim();
		// A card under a text with a link previews that link; without one it was shared.
		const isPreview = media === 'share' && textBlocks.some((block) => block.querySelector('a'));
		// Without cells, as before 2026-04, a picture beside a text is its sender's.
		const isAvatar = media === 'sticker' && content === null;
		return { kind: media === null || isAvatar || isPreview ? 'text' : media, text };
	}
	if (media !== null) return { kind: media, text: null };
	const text = lineText(content ?? element);
	// Rows about the chat have neither slot nor toolbar nor block: markup not found, expected [C].
	if (!toolbar) return { kind: text === null ? 'unsupported' : 'system', text };
	return { kind: hasTextButton(content) ? 'call' : text === null ? 'unsupported' : 'text', text };
}

/** Where no bubble is found: the line that the row's label ends with, after "sender:". */
function spokenBody(element: Element, body: Body): Body {
	const label = element.getAttribute('aria-label') ?? '';
	if (body.text !== null || body.kind !== 'unsupported' || label === '') return body;
	const lines = [...element.querySelectorAll(selectors.textLine)].map((line) =>
		textOf(line).trim(),
	);
	const text = lines.find((line) => line !== '' && readLabel(label, line, null).ending === 'text');
	return text === undefined ? body : { kind: 'text', text };
}

/** By the elements that are there; a picture's size would need layout. */
function mediaKind(area: Element, cells: MessageCells, page: URL): MessageKind | null {
	const inside = (selector: string): Element[] =>
		[...area.querySelectorAll(selector)].filter((found) => !isElsewhere(found, area, cells));
	if (inside(selectors.video).length > 0) return 'video';
	if (inside(selectors.voice).length > 0) return 'voice';
	const links = inside(selectors.link);
	const file = links.find((link) => link.hasAttribute('download'));
	if (file) return 'file';
	if (links.some((link) => leadsToViewer(link, page))) return 'photo';
	if (links.some((link) => link.querySelector(selectors.textLine))) return 'share';
	// Within a line of text a picture is an emoji.
	const pictures = inside(selectors.picture).filter(
		(picture) => !isWithin(picture, `[aria-hidden="true"], ${selectors.textLine}`, area),
	);
	if (pictures.length > 0) {
		const isOpened = pictures.some((picture) =>
			isWithin(picture, `${selectors.link}, ${selectors.button}`, area),
		);
		return isOpened ? 'photo' : 'sticker';
	}
	return links.length > 0 ? 'share' : null;
}

/** In the body text, the quote, the slot, the toolbar, or what stands after the bubble. */
function isElsewhere(found: Element, area: Element, cells: MessageCells): boolean {
	const { textBlocks, quotes, slot, toolbar, content } = cells;
	if ([...textBlocks, ...quotes, slot, toolbar].some((part) => part?.contains(found))) return true;
	if (isWithin(found, `${selectors.heading}, ${selectors.tableItem}`, area)) return true;
	return reactionButtons(content ?? area).some((button) => button.contains(found));
}

function leadsToViewer(link: Element, page: URL): boolean {
	const href = link.getAttribute('href');
	return href !== null && URL.canParse(href, page) && isMediaViewer(new URL(href, page));
}

function hasTextButton(content: Element | null): boolean {
	return [...(content?.querySelectorAll(selectors.button) ?? [])].some((button) =>
		/\p{L}/u.test(button.textContent ?? ''),
	);
}

function lineText(area: Element): string | null {
	const lines = [...area.querySelectorAll(selectors.textLine)].filter(
		(line) =>
			!isWithin(
				line,
				`${selectors.button}, ${selectors.link}, ${selectors.heading}, [aria-hidden="true"]`,
				area,
			) && !line.parentElement?.closest(selectors.textLine),
	);
	const text = lines
		.map((line) => textOf(line))
		.join('\n')
		.trim();
	return text === '' ? null : text;
}

/** The quote's own lines; its hidden heading is no line. */
function quotedText(quote: Element): string {
	return [...quote.querySelectorAll(selectors.textLine)].map((line) => textOf(line)).join('\n');
}

const emojiPattern =
	/\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}\ufe0f?)*/gu;

function emojiIn(text: string): string[] {
	return text.slice(0, 2_000).match(emojiPattern) ?? [];
}

function reactionEmoji(button: Element): string[] {
	const spoken = emojiIn(button.getAttribute('aria-label') ?? '');
	return spoken.length > 0 ? spoken : emojiIn(textOf(button));
}

/** Buttons that name an emoji and little else: an emoji's button holds no letters. */
function reactionButtons(area: Element): Element[] {
	return [...area.querySelectorAll(selectors.button)].filter(
		(button) => reactionEmoji(button).length > 0 && !/\p{L}/u.test(button.textContent ?? ''),
	);
}

function readReactions({ content, textBlocks }: MessageCells): string[] {
	if (!content) return [];
	const after = textBlocks.at(-1) ?? null;
	const found = reactionButtons(content)
		.filter((button) => after === null || isBefore(after, button))
		.flatMap(reactionEmoji);
	return [...new Set(found)].slice(0, 50);
}

/** A line of text after the bubble, inside its cell (Meta's overlay of 2026-08; place inferred). */
function isEdited({ content, textBlocks }: MessageCells): boolean {
	const text = textBlocks.at(-1);
	if (!content || !text) return false;
	return [...content.querySelectorAll(selectors.textLine)].some(
		(line) =>
			isBefore(text, line) &&
			!text.contains(line) &&
			!isWithin(line, `${selectors.button}, ${selectors.link}, [aria-hidden="true"]`, content) &&
			textOf(line).trim() !== '',
	);
}

/** The button after the row repeats its label in other words. */
function labelOf(element: Element, text: string | null): LabelReading | null {
	const label = element.getAttribute('aria-label');
	if (label === null || label.trim() === '') return null;
	const article = element.closest(selectors.article);
	const button = [...(article?.querySelectorAll(selectors.rowButton) ?? [])].find(
		(candidate) => !element.contains(candidate),
	);
	return readLabel(label, text, button?.getAttribute('aria-label') ?? null);
}

/** A row of nothing but emoji has them in its label, even where its pictures are missing. */
function emojiOfLabel(element: Element): string | null {
	const end = element.getAttribute('aria-label')?.match(/[:\uff1a]\s*([^:\uff1a]+)$/u)?.[1] ?? '';
	const glyphs = emojiIn(end).join('');
	return glyphs !== '' && !/[\p{L}\p{N}]/u.test(end) ? glyphs : null;
}
