/**
 * How boldly rows of a list are drawn: a sign of unread chats where a page has no mark for
 * them (Messenger 2024-2026, Instagram's mobile layout of 2026-09: 600 against 400).
 */

/** Where a row's name and last line stand. One object as long as the row is unchanged. */
export interface RowTexts {
	name: Element | null;
	preview: Element | null;
}

interface Weights {
	name: number;
	preview: number;
}

const bold = 600;
const drawn = new WeakMap<RowTexts, Weights>();

/**
 * Whether each row has a bold last line, or a bold name in a list where another's is not.
 * Styles are asked for (never layout) only in a list without any mark: beside marks only
 * what is written on the elements themselves counts.
 */
export function boldRows(rows: readonly RowTexts[], isMarked: boolean): boolean[] {
	const weights = rows.map((row) => (isMarked ? weigh(row, writtenWeight) : drawnWeights(row)));
	const hasLightName = weights.some(({ name }) => name < bold);
	return weights.map(({ name, preview }) => preview >= bold || (name >= bold && hasLightName));
}

function drawnWeights(row: RowTexts): Weights {
	const known = drawn.get(row) ?? weigh(row, drawnWeight);
	drawn.set(row, known);
	return known;
}

function weigh({ name, preview }: RowTexts, of: (text: Element) => number): Weights {
	return { name: name ? of(innermost(name)) : 0, preview: preview ? of(innermost(preview)) : 0 };
}

function innermost(text: Element): Element {
	let inner = text;
	while (inner.childElementCount === 1 && inner.firstElementChild) inner = inner.firstElementChild;
	return inner;
}

function drawnWeight(text: Element): number {
	return Number(text.ownerDocument.defaultView?.getComputedStyle(text).fontWeight) || 0;
}

function writtenWeight(text: Element): number {
	const holder = text.closest('[style*="font-weight"], [role="row"], [role="button"], a');
	const weight = holder?.getAttribute('style')?.match(/font-weight:\s*(bold|\d+)/u)?.[1];
	return weight === 'bold' ? 700 : Number(weight ?? 0);
}
