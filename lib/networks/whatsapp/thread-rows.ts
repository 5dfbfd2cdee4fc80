import { cleanLabel, isBefore, textOf } from '../dom';
import type { Keep } from '../kept-readings';
import type { InTurns } from '../turns';
import { largestAround, outermost } from './rows';
import * as selectors from './selectors';

export type ThreadLayer = 'data-id' | 'testid' | 'role' | 'class' | 'container' | 'stamp';

/** What stands in a thread, as far as its own elements are concerned. */
export interface ThreadItems {
	layer: ThreadLayer | null;
	/** Rows in which a message is drawn. */
	drawn: Element[];
	/** Places kept for messages that are not drawn. */
	placeCount: number;
	/** Rows and the texts between them, as they stand. */
	inOrder: (Element | string)[];
}

const finders = new WeakMap<Keep, (main: Element) => ThreadItems>();

/** One function as long as readings are kept, so that what it finds can be kept as well. */
export function itemFinder(keep: Keep): (main: Element) => ThreadItems {
	const finder = finders.get(keep) ?? ((main) => findItems(main, keep));
	finders.set(keep, finder);
	return finder;
}

function findItems(main: Element, keep: Keep): ThreadItems {
	const frames = [...main.querySelectorAll(`${selectors.threadFooter}, ${selectors.threadHeader}`)];
	const isMessage = (row: Element): boolean => !frames.some((frame) => frame.contains(row));
	for (const [layer, find] of layers) {
		const { rows, placeCount } = find(main, keep);
		const found = outermost(rows).filter(isMessage);
		if (found.length + placeCount === 0) continue;
		const drawn = withLooseRows(found, main, isMessage);
		return { layer, drawn, placeCount, inOrder: inOrder(main, drawn, frames) };
	}
	return { layer: null, drawn: [], placeCount: 0, inOrder: inOrder(main, [], frames) };
}

type FindRows = (main: Element, keep: Keep) => { rows: Iterable<Element>; placeCount: number };

const layers: readonly (readonly [ThreadLayer, FindRows])[] = [
	[
		'data-id',
		(main, keep) => keep(main, rowsByMark) ?? markedRows(main, selectors.threadRowById, keep),
	],
	['testid', (main, keep) => markedRows(main, selectors.threadRowByTestid, keep)],
	['role', (main) => ({ rows: rowsByRole(main), placeCount: 0 })],
	['class', (main, keep) => markedRows(main, selectors.threadRowByClass, keep)],
	[
		'container',
		(main) => ({ rows: main.querySelectorAll(selectors.threadRowByContainer), placeCount: 0 }),
	],
	['stamp', (main) => ({ rows: rowsByStamp(main), placeCount: 0 })],
];

/**
 * A long thread keeps the places of thousands of messages that are not drawn: nothing more
 * is asked of them. Not by `:has()`, which is as slow in browsers and far slower in jsdom.
 */
function markedRows(main: Element, selector: string, keep: Keep): ReturnType<FindRows> {
	const rows = [...main.querySelectorAll(selector)];
	const drawn = rows.filter((row) => !keep(row, isPlace));
	return { rows: drawn, placeCount: rows.length - drawn.length };
}

/**
 * The same where the page says of every row whether it is drawn: no place is looked at, of
 * which a long thread has thousands. `null` where it does not.
 */
function rowsByMark(main: Element): ReturnType<FindRows> | null {
	const count = main.querySelectorAll(selectors.threadRowById).length;
	const placeCount = main.querySelectorAll(selectors.threadPlaceById).length;
	if (placeCount === 0) return null;
	const drawn = new Set<Element>();
	for (const mark of main.querySelectorAll(selectors.threadDrawn)) {
		const row = mark.closest(selectors.threadRowById);
		if (row && !isPlace(row)) drawn.add(row);
	}
	return placeCount + drawn.size === count ? { rows: drawn, placeCount } : null;
}

/** Whether each marked row is a place: most of what a first look at a long thread takes. */
export async function findPlaces(main: Element, keep: Keep, inTurns: InTurns): Promise<void> {
	if (keep(main, rowsByMark)) return;
	await inTurns(main.querySelectorAll(selectors.threadRowById), (row) => keep(row, isPlace));
}

function isPlace(row: Element): boolean {
	return row.matches(selectors.threadShell) || row.querySelector(selectors.threadShell) !== null;
}

function rowsByRole(main: Element): Element[] {
	const rows = [...main.querySelectorAll(selectors.threadRowByRole)];
	// Pictures and calls have no stamp: they are messages where others are.
	return rows.some((row) => row.querySelector(selectors.threadStamp)) ? rows : [];
}

function rowsByStamp(main: Element): Element[] {
	return [...main.querySelectorAll(selectors.threadStamp)].map((stamp) => aroundStamp(stamp, main));
}

const named = `${selectors.threadRowById}, ${selectors.threadRowByTestid}, ${selectors.threadRowByRole}, ${selectors.threadRowByClass}`;

/** With messages that have a stamp and no named row around it, as in a page that was cut up. */
function withLooseRows(
	rows: Element[],
	main: Element,
	isMessage: (row: Element) => boolean,
): Element[] {
	const isFound = new Set(rows);
	const loose = [...main.querySelectorAll(selectors.threadStamp)]
		.filter((stamp) => !isWithin(stamp, isFound) && stamp.closest(named) === null)
		.filter(isMessage)
		.map((stamp) => aroundStamp(stamp, main))
		.filter((row) => !isFound.has(row));
	if (loose.length === 0) return rows;
	return [...rows, ...loose].sort((one, other) => (isBefore(one, other) ? -1 : 1));
}

/** Far quicker than asking a selector, of thousands of messages with each that arrives. */
function isWithin(stamp: Element, rows: ReadonlySet<Element>): boolean {
	for (let up = stamp.parentElement; up; up = up.parentElement) if (rows.has(up)) return true;
	return false;
}

/** The largest element around a stamp that holds no other. */
function aroundStamp(stamp: Element, main: Element): Element {
	return largestAround(
		stamp,
		main,
		(up) =>
			up.querySelectorAll(selectors.threadStamp).length > 1 ||
			up.querySelector(`${selectors.threadFooter}, ${named}`) !== null,
	);
}

/** Messages and the texts between them, as they stand; both are found in that order. */
function inOrder(
	main: Element,
	rows: readonly Element[],
	frames: readonly Element[],
): (Element | string)[] {
	const items: (Element | string)[] = [];
	let next = 0;
	for (const line of main.querySelectorAll(selectors.threadSeparator)) {
		if (rows[next - 1]?.contains(line)) continue;
		for (let row = rows[next]; row && isBefore(row, line); row = rows[next]) {
			items.push(row);
			next += 1;
		}
		const isInside = rows[next - 1]?.contains(line) || frames.some((one) => one.contains(line));
		if (isInside || line.querySelector(selectors.threadSeparator)) continue;
		const label = cleanLabel(textOf(line));
		if (label !== '' && label.length <= 40 && items.length < 20_000) items.push(label);
	}
	return [...items, ...rows.slice(next)];
}
