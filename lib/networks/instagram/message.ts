import type { MessageKind } from '../../model';
import { capText, textOf } from '../dom';
import { personOfLink } from './account';
import { maxLabel, maxText } from './limits';
import * as selectors from './selectors';

/** What one message says, without whose it is and when. */
export interface Content {
	kind: MessageKind;
	text: string | null;
	truncated: boolean;
	quote: string | null;
	reactions: string[];
}

/** Reads the inside of a message's group, or of its slot where groups are gone. */
export function readContent(message: Element): Content {
	const payload = message.querySelector(selectors.payload) ?? message;
	const body = bodyOf(payload);
	const quote = joined(quoteOf(message, payload, body));
	const actions = actionsOf(message);
	const media = mediaKind(payload, actions);
	const kind = body.length > 0 && media === 'unsupported' ? 'text' : media;
	// The only line of a voice message is its length.
	const isLine = body.length === 0 && kind !== 'voice';
	const text = isLine ? mediaText(payload, actions) : joined(body);
	const kept = text === null ? null : capText(text, maxText);
	return {
		kind,
		text: kept,
		truncated: kept !== text,
		quote: quote === null ? null : capText(quote, maxText),
		reactions: readReactions(message),
	};
}

/** The buttons around a message, which name its sender but are none of its text. */
export function actionsOf(message: Element): Element[] {
	const groups = [...message.querySelectorAll(selectors.actions)];
	return groups.length > 0 ? groups : [...message.querySelectorAll(selectors.menu)];
}

/** The picture link beside a message that its sender did not write. */
export function gutterOf(message: Element): string | null {
	for (const link of message.querySelectorAll(selectors.personLink)) {
		// A link inside the payload is a shared post's author.
		const inside = link.closest(`${selectors.payload}, ${selectors.button}`);
		if (inside && message.contains(inside)) continue;
		if (link.querySelector('img')) return personOfLink(link);
	}
	return null;
}

/**
 * Paragraphs with a text line around them; a quoted text has none (2026, two readers).
 * Where that line is gone, the paragraphs of the bubble.
 */
function bodyOf(payload: Element): Element[] {
	const paragraphs = outermostParagraphs(payload);
	const lined = paragraphs.filter((paragraph) => isInside(paragraph, selectors.line, payload));
	const chosen =
		lined.length > 0
			? lined
			: paragraphs.filter((paragraph) => isInside(paragraph, selectors.bubble, payload));
	return chosen.filter((paragraph) => textOf(paragraph) !== '');
}

function quoteOf(message: Element, payload: Element, body: Element[]): Element[] {
	return outermostParagraphs(message).filter(
		(paragraph) =>
			!body.includes(paragraph) &&
			!isInside(paragraph, selectors.line, message) &&
			(payload === message || !payload.contains(paragraph) || body.length > 0),
	);
}

function mediaKind(payload: Element, actions: readonly Element[]): MessageKind {
	const has = (selector: string): boolean =>
		[...payload.querySelectorAll(selector)].some(
			(element) => !actions.some((group) => group.contains(element)),
		);
	const isShared = [...payload.querySelectorAll(selectors.personLink)].some(
		(link) =>
			personOfLink(link) !== null &&
			isInside(link, selectors.button, payload) &&
			// A person mentioned in a text is linked as well.
			!isInside(link, selectors.paragraph, payload),
	);
	if (isShared) return 'share';
	if (has(selectors.video)) return 'video';
	if (has(selectors.voice)) return 'voice';
	if (has(selectors.file)) return 'file';
	const pictures = [...payload.querySelectorAll('img')].filter(
		(img) => !isInside(img, selectors.line, payload) && !isInside(img, 'a', payload),
	);
	if (pictures.length === 0 || has(selectors.labelledIcon)) return 'unsupported';
	return isMoving(pictures) ? 'sticker' : 'photo';
}

/** The lines of a card, each once. */
function mediaText(payload: Element, actions: readonly Element[]): string | null {
	const lines = [...payload.querySelectorAll(selectors.line)]
		.filter((line) => !isInside(line, selectors.line, payload))
		.filter((line) => !actions.some((group) => group.contains(line)))
		.map((line) => textOf(line).trim())
		.filter((line) => line !== '');
	return lines.length > 0 ? lines.join('\n') : null;
}

/** GIFs and stickers come as moving pictures. Guess: content types of 2026-04-23, no page. */
function isMoving(pictures: Element[]): boolean {
	return pictures.every((picture) =>
		/\.(?:gif|webp)(?:$|[?#])/iu.test(picture.getAttribute('src') ?? ''),
	);
}

const oneEmoji =
	/\p{Regional_Indicator}{2}|[#*\d]\ufe0f?\u20e3|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}\ufe0f?)*/gu;

/** Small buttons with nothing but emoji and a count; their labels are not stable (2026). */
function readReactions(message: Element): string[] {
	const actions = actionsOf(message);
	const found = [...message.querySelectorAll(selectors.button)]
		.filter((button) => !button.querySelector(selectors.paragraph))
		.filter((button) => !actions.some((group) => group.contains(button)))
		.map((button) =>
			textOf(button)
				.replace(/[\s\p{Nd}]+$/u, '')
				.replace(/\s/gu, ''),
		)
		.filter((text) => text !== '' && text.length <= maxLabel && isEmoji(text))
		.flatMap((text) => text.match(oneEmoji) ?? []);
	return found.slice(0, 50).map((emoji) => capText(emoji, 100));
}

function isEmoji(text: string): boolean {
	return text.replace(oneEmoji, '') === '';
}

function outermostParagraphs(root: Element): Element[] {
	return [...root.querySelectorAll(selectors.paragraph)].filter(
		(paragraph) => !isInside(paragraph, selectors.paragraph, root),
	);
}

/** Whether something between the element and `root` matches. */
function isInside(element: Element, selector: string, root: Element): boolean {
	const around = element.parentElement?.closest(selector);
	return !!around && around !== root && root.contains(around);
}

function joined(paragraphs: Element[]): string | null {
	return paragraphs.length > 0 ? paragraphs.map((paragraph) => textOf(paragraph)).join('\n') : null;
}
