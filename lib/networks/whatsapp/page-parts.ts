import type { ReadContext } from '../adapter';
import { frame, list, thread } from './selectors';

/** The column with the list of chats. */
export function findPane(document: Document): Element | null {
	return (
		document.querySelector(frame.pane) ??
		document.querySelector(list.gridAnywhere)?.closest(frame.side) ??
		null
	);
}

/** A chat is open while its column has a header or messages; other pages have a `#main` too. */
export function findOpenMain(document: Document): Element | null {
	const main = document.querySelector(frame.main);
	if (!main) return null;
	const isOpen =
		main.querySelector(thread.header) !== null ||
		document.querySelector(frame.threadParts) !== null ||
		main.querySelector(thread.rowByClass) !== null;
	return isOpen ? main : null;
}

/** The page's own language first. */
export function pageLanguages({ document, languages }: ReadContext): string[] {
	const own = document.documentElement.getAttribute('lang');
	return [...new Set([...(own ? [own] : []), ...languages])];
}
