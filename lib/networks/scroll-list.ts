/** A virtualised list is as long as its rows were guessed to be: it may need to be told again. */
const mostTries = 3;
const triedMs = 100;

/** At once, whatever the page's style says of smooth scrolling. */
export function scrollListTo(element: HTMLElement, top: number): void {
	element.scrollTo({ top, behavior: 'instant' });
}

/** Scrolls a list back to where it stood, as near as its length now allows. */
export async function putBack(element: HTMLElement, startedAt: number): Promise<void> {
	for (let tries = 0; tries < mostTries && element.isConnected; tries += 1) {
		scrollListTo(element, startedAt);
		await new Promise((resolve) => setTimeout(resolve, triedMs));
		if (Math.abs(element.scrollTop - startedAt) <= 1) return;
	}
}

/**
 * The nearest element around a list's rows, itself among them and no further out than
 * `within`, that scrolls up and down; the rows' own where all of them fit. Asks for layout, so
 * only on the user's click.
 */
export function scrollerOf(inner: Element, within: Element): HTMLElement | null {
	for (let element: Element | null = inner; element; element = element.parentElement) {
		if (element instanceof HTMLElement && isScroller(element)) return element;
		if (element === within) break;
	}
	return inner instanceof HTMLElement ? inner : null;
}

function isScroller(element: HTMLElement): boolean {
	const { overflowY } = getComputedStyle(element);
	return /^(?:auto|scroll)$/u.test(overflowY) && element.scrollHeight > element.clientHeight;
}
