import { isBefore } from '../dom';
/**
 * The parts of a message row. Next to the bubble stand, in this order, a slot (avatar or
 * empty), the cell with the bubble, and the cell with the hover toolbar (saved pages,
 * 2026-08). The toolbar is the landmark: wrappers around or between do not matter.
 */
import * as selectors from './selectors';

export interface MessageCells {
	slot: Element | null;
	content: Element | null;
	toolbar: Element | null;
	/** Outermost blocks of body text. */
	textBlocks: Element[];
	/** The quoted message of a reply, with words of its own. */
	quotes: Element[];
	/** Whether a link without words stands where a quote would: it leads to the story that is answered. */
	isToStory: boolean;
	/** Something is answered: a message, a picture, a story. */
	isReply: boolean;
}

export function cellsOf(message: Element): MessageCells {
	const textBlocks = outermost([...message.querySelectorAll(selectors.textBlock)]).filter((block) =>
		isBodyText(block, message),
	);
	const toolbar = message.querySelector(selectors.toolbar);
	const content = contentCell(message, toolbar, textBlocks[0] ?? null);
	const start = content ?? textBlocks[0] ?? null;
	const slot = content?.previousElementSibling ?? null;
	const above = [...message.querySelectorAll(`${selectors.button}, ${selectors.link}`)].filter(
		(opener) =>
			start !== null &&
			isBefore(opener, start) &&
			!opener.contains(start) &&
			!slot?.contains(opener) &&
			!isWithin(opener, `${selectors.heading}, [aria-hidden="true"]`, message),
	);
	const quotes = above.filter(
		(opener) =>
			opener.matches(selectors.button) && opener.querySelector(selectors.textLine) !== null,
	);
	const isToStory = above.some(
		(opener) =>
			opener.matches(selectors.storyLink) &&
			opener.textContent?.trim() === '' &&
			opener.querySelector(selectors.picture) === null,
	);
	return { slot, content, toolbar, textBlocks, quotes, isToStory, isReply: above.length > 0 };
}

/** The bubble's cell stands right before the toolbar's. */
function contentCell(
	message: Element,
	toolbar: Element | null,
	text: Element | null,
): Element | null {
	let cell = toolbar;
	while (cell && cell !== message && !holdsContent(cell.previousElementSibling, text)) {
		cell = cell.parentElement;
	}
	return cell === message ? null : (cell?.previousElementSibling ?? null);
}

function holdsContent(cell: Element | null, text: Element | null): boolean {
	if (!cell) return false;
	return text ? cell.contains(text) : cell.childElementCount > 0;
}

/** Quotes sit in buttons, cards in links, names in headings: only the body is left. */
function isBodyText(block: Element, message: Element): boolean {
	return !isWithin(
		block,
		`${selectors.button}, ${selectors.toolbar}, ${selectors.dateBreak}, ${selectors.heading}, [aria-hidden="true"], a`,
		message,
	);
}

/** Whether an element between `element` and `root` matches; `root` itself is not asked. */
export function isWithin(element: Element, selector: string, root: Element): boolean {
	const holder = element.closest(selector);
	return holder !== null && holder !== root && root.contains(holder);
}

/** Of elements in document order, those that no other of them holds. */
export function outermost(elements: readonly Element[]): Element[] {
	let last: Element | null = null;
	return elements.filter((element) => {
		if (last?.contains(element)) return false;
		last = element;
		return true;
	});
}
