import * as selectors from './selectors';

export interface FoundRows {
	/** Which way the rows were found; `null` if none was. */
	layer: 'grid' | 'testid' | 'cells' | null;
	/** In visual order. */
	rows: Element[];
}

/** The rows of the chat list that exist now: the page draws only those near the view. */
export function findRows(pane: Element): FoundRows {
	const { ownerDocument } = pane;
	const root =
		ownerDocument.querySelector(selectors.listGrid) ??
		ownerDocument.querySelector(selectors.listGridAnywhere) ??
		pane;
	const layers = [
		['grid', () => outermost(root.querySelectorAll(selectors.listRow))],
		['testid', () => outermost(root.querySelectorAll(selectors.listRowByTestid))],
		['cells', () => aroundCells(root)],
	] as const;
	for (const [layer, find] of layers) {
		const rows = find().filter((row) => !isEmpty(row));
		if (rows.length > 0) return { layer, rows: inVisualOrder(rows, root) };
	}
	return { layer: null, rows: [] };
}

/** Of elements in document order, those that no other of them holds. */
export function outermost(found: Iterable<Element>): Element[] {
	const rows: Element[] = [];
	let last: Element | null = null;
	for (const element of found) {
		if (last?.contains(element)) continue;
		rows.push(element);
		last = element;
	}
	return rows;
}

/** The largest element around each name cell that holds no other. */
function aroundCells(root: Element): Element[] {
	return [...root.querySelectorAll(selectors.listNameCell)].map((cell) =>
		largestAround(cell, root, (up) => up.querySelectorAll(selectors.listNameCell).length > 1),
	);
}

/** The largest element around one, within `root`, before one that is shared with others. */
export function largestAround(
	element: Element,
	root: Element,
	isShared: (around: Element) => boolean,
): Element {
	let largest = element;
	for (let up = element.parentElement; up && up !== root && !isShared(up); up = up.parentElement) {
		largest = up;
	}
	return largest;
}

/** A row that is kept for later use, or whose content has not come yet. */
function isEmpty(row: Element): boolean {
	return row.childElementCount === 0;
}

/** Rows stand where their offset puts them; their order in the tree says nothing (2026-08-12). */
function inVisualOrder(rows: Element[], root: Element): Element[] {
	const offsets = new Map(rows.map((row, index) => [row, { top: offsetOf(row, root), index }]));
	if ([...offsets.values()].some(({ top }) => top === null)) return rows;
	return [...rows].sort((one, other) => {
		const [a, b] = [offsets.get(one), offsets.get(other)];
		return (a?.top ?? 0) - (b?.top ?? 0) || (a?.index ?? 0) - (b?.index ?? 0);
	});
}

/** From the style attribute: asking for the place itself would force a layout. */
function offsetOf(row: Element, root: Element): number | null {
	for (
		let element: Element | null = row;
		element && element !== root;
		element = element.parentElement
	) {
		const match = element
			.getAttribute('style')
			?.match(/translateY\((-?[\d.]+)px\)|translate3d\([^,]+,\s*(-?[\d.]+)px/u);
		if (match) return Number(match[1] ?? match[2]);
	}
	return null;
}
