import type { ReadContext } from '../adapter';
import * as selectors from './selectors';

/** The column with the list of chats. */
export function findPane(document: Document): Element | null {
	return (
		document.querySelector(selectors.framePane) ??
		document.querySelector(selectors.listGridAnywhere)?.closest(selectors.frameSide) ??
		null
	);
}

/** A chat is open while its column has a header or messages; other pages have a `#main` too. */
export function findOpenMain(document: Document): Element | null {
	const main = document.querySelector(selectors.frameMain);
	if (!main) return null;
	const isOpen =
		main.querySelector(selectors.threadHeader) !== null ||
		document.querySelector(selectors.frameThreadParts) !== null ||
		main.querySelector(selectors.threadRowByClass) !== null;
	return isOpen ? main : null;
}

/** The page's own language first. */
export function pageLanguages({ document, languages }: ReadContext): string[] {
	const own = document.documentElement.getAttribute('lang');
	return [...new Set([...(own ? [own] : []), ...languages])];
}
