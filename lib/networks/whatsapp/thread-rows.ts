import { cleanLabel, textOf } from '../dom';
import { outermost } from './rows';
import { thread as selectors } from './selectors';

export type ThreadLayer = 'data-id' | 'testid' | 'role' | 'class' | 'stamp';

/** Messages and the places kept for them, by the first layer that has any. */
export function findRows(main: Element): { layer: ThreadLayer | null; rows: Element[] } {
	const frames = framesOf(main);
	const isMessage = (row: Element): boolean => !frames.some((frame) => frame.contains(row));
	const byRole = (): Element[] =>
		[...main.querySelectorAll(selectors.rowByRole)].filter((row) =>
			row.querySelector(selectors.stamp),
		);
	const byStamp = (): Element[] =>
		[...main.querySelectorAll(selectors.stamp)].map((stamp) => aroundStamp(stamp, main));
	for (const [layer, find] of [
		['data-id', () => main.querySelectorAll(selectors.rowById)],
		['testid', () => main.querySelectorAll(selectors.rowByTestid)],
		['role', byRole],
		['class', () => main.querySelectorAll(selectors.rowByClass)],
		['stamp', byStamp],
	] as const) {
		const rows = outermost(find(), main).filter(isMessage);
		if (rows.length > 0) return { layer, rows: withLooseRows(rows, main, isMessage) };
	}
	return { layer: null, rows: [] };
}

const named = `${selectors.rowById}, ${selectors.rowByTestid}, ${selectors.rowByRole}, ${selectors.rowByClass}`;

/** With messages that have a stamp and no named row around it, as in a page that was cut up. */
function withLooseRows(
	rows: Element[],
	main: Element,
	isMessage: (row: Element) => boolean,
): Element[] {
	const isFound = new Set(rows);
	const loose = [...main.querySelectorAll(selectors.stamp)]
		.filter((stamp) => stamp.closest(named) === null && isMessage(stamp))
		.map((stamp) => aroundStamp(stamp, main))
		.filter((row) => !isFound.has(row));
	if (loose.length === 0) return rows;
	return [...rows, ...loose].sort((one, other) => (isBefore(one, other) ? -1 : 1));
}

/** The largest element around a stamp that holds no other. */
function aroundStamp(stamp: Element, main: Element): Element {
	let row = stamp;
	for (let up = stamp.parentElement; up && up !== main; up = up.parentElement) {
		const isShared = up.querySelectorAll(selectors.stamp).length > 1;
		if (isShared || up.querySelector(`${selectors.footer}, ${named}`)) break;
		row = up;
	}
	return row;
}

/** The rows in which a message is drawn. A long thread keeps the places of thousands more. */
export function withoutPlaces(main: Element, rows: readonly Element[]): Element[] {
	const isRow = new Set(rows);
	const isPlace = new Set<Element>();
	for (const mark of main.querySelectorAll(selectors.shell)) {
		let element: Element | null = mark;
		while (element && !isRow.has(element)) element = element.parentElement;
		if (element) isPlace.add(element);
	}
	return rows.filter((row) => !isPlace.has(row));
}

/** Messages and the texts between them, as they stand; both are found in that order. */
export function inOrder(main: Element, rows: readonly Element[]): (Element | string)[] {
	const frames = framesOf(main);
	const items: (Element | string)[] = [];
	let next = 0;
	for (const line of main.querySelectorAll(selectors.separator)) {
		if (rows[next - 1]?.contains(line)) continue;
		for (let row = rows[next]; row && isBefore(row, line); row = rows[next]) {
			items.push(row);
			next += 1;
		}
		const isInside = rows[next - 1]?.contains(line) || frames.some((one) => one.contains(line));
		if (isInside || line.querySelector(selectors.separator)) continue;
		const label = cleanLabel(textOf(line));
		if (label !== '' && label.length <= 40 && items.length < 20_000) items.push(label);
	}
	return [...items, ...rows.slice(next)];
}

/** Also where it contains the other. */
function isBefore(one: Element, other: Element): boolean {
	return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** What stands above and below the messages. */
function framesOf(main: Element): Element[] {
	return [...main.querySelectorAll(`${selectors.footer}, ${selectors.header}`)];
}
