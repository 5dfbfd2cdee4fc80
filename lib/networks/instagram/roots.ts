import * as selectors from './selectors';

/** Where the parts of the page are, and which layer found them (`null`: not found). */
export interface Roots {
	list: Found | null;
	messages: Found | null;
	header: Element | null;
	composer: Element | null;
}

export interface Found {
	root: Element;
	layer: string;
}

/** First layers are the page's own names for its parts; structure stands in where they are gone. */
export function findRoots(document: Document): Roots {
	const composer = firstOutsidePanels(document, selectors.composer);
	const messages = findMessages(document, composer);
	const header = firstOutsidePanels(document, selectors.header) ?? headerAbove(messages);
	return { list: findList(document, messages), messages, header, composer };
}

/** Whether an element could be a chat's row: a button that holds a time, or a titled name with a picture. */
export function isRow(element: Element): boolean {
	if (element.closest(selectors.note)) return false;
	if (element.querySelector(selectors.rowTime)) return true;
	// Notes are items of a list, rows were none (2026-04-23).
	return (
		element.closest('li') === null &&
		element.querySelector(selectors.name) !== null &&
		element.querySelector('img') !== null
	);
}

export function isInPanel(element: Element): boolean {
	return element.closest(selectors.floating) !== null;
}

function findList(document: Document, messages: Found | null): Found | null {
	const named = firstOutsidePanels(document, selectors.list);
	if (named) return { root: named, layer: 'pagelet' };
	const columns = allOutsidePanels(document, selectors.navigation).filter((column) =>
		[...column.querySelectorAll(selectors.row)].some(isRow),
	);
	const innermost = columns.at(-1);
	if (innermost) return { root: innermost, layer: 'navigation' };
	const older = firstOutsidePanels(document, selectors.listOlder);
	if (older) return { root: older, layer: 'older-pagelet' };
	const isInThread = (element: Element): boolean => messages?.root.contains(element) ?? false;
	const timed = allOutsidePanels(document, selectors.row).filter(
		(row) => row.querySelector(selectors.rowTime) && !isInThread(row),
	);
	if (timed.length > 0 && document.body) return { root: document.body, layer: 'page' };
	const links = allOutsidePanels(document, selectors.linkRow).filter((link) => !isInThread(link));
	if (links.length > 0 && document.body) return { root: document.body, layer: 'links' };
	return null;
}

function findMessages(document: Document, composer: Element | null): Found | null {
	const named = firstOutsidePanels(document, selectors.messages);
	if (named) return { root: named, layer: 'pagelet' };
	const around = composer && smallestAround(composer, selectors.message);
	if (around) return { root: around, layer: 'composer' };
	const groups = allOutsidePanels(document, selectors.message);
	const [first] = groups;
	if (!first) return null;
	const root = groups.reduce(commonAncestor, first.parentElement ?? first);
	return { root, layer: 'groups' };
}

/** What holds the matches nearest to `start`, without `start` itself. */
function smallestAround(start: Element, selector: string): Element | null {
	for (let parent = start.parentElement; parent; parent = parent.parentElement) {
		const found = [...parent.querySelectorAll(selector)].filter((match) => !isInPanel(match));
		const [first] = found;
		if (first) return found.reduce(commonAncestor, first.parentElement ?? first);
	}
	return null;
}

function commonAncestor(one: Element, other: Element): Element {
	let common: Element = one;
	while (!common.contains(other) && common.parentElement) common = common.parentElement;
	return common;
}

/** Without its name the header is the nearest titled heading that stands before the messages. */
function headerAbove(messages: Found | null): Element | null {
	let below = messages?.root;
	for (let parent = below?.parentElement; parent; parent = parent.parentElement) {
		for (const child of parent.children) {
			if (child === below) break;
			const heading = child.matches(selectors.heading)
				? child
				: child.querySelector(selectors.heading);
			const isColumn =
				child.matches(selectors.navigation) || heading?.closest(selectors.navigation);
			if (heading && !isColumn) return child;
		}
		if (parent.querySelector(selectors.list) ?? parent.querySelector(selectors.navigation)) break;
		below = parent;
	}
	return null;
}

function allOutsidePanels(document: Document, selector: string): Element[] {
	return [...document.querySelectorAll(selector)].filter((element) => !isInPanel(element));
}

function firstOutsidePanels(document: Document, selector: string): Element | null {
	return allOutsidePanels(document, selector)[0] ?? null;
}
