/** Labels come after the elements they belong to on a page that has just loaded. */
let waiting: (() => void)[] | null = [];

export function label(element: Element, text: string): void {
	const set = (): void => element.setAttribute('aria-label', text);
	if (waiting) waiting.push(set);
	else set();
}

export function hydrateLabels(): void {
	for (const set of waiting ?? []) set();
	waiting = null;
}
