/** Finds the open chat's message rows, by the first layer that has one. */
import type { ReadContext } from '../adapter';
import { isBefore } from '../dom';
import { inShownOrder } from '../shown-order';
import { isWithin, outermost } from './cells';
import { formOf } from './message-id';
import * as selectors from './selectors';

export type MessageLayer =
	| 'message-id'
	| 'opaque-id'
	| 'article'
	| 'labelled'
	| 'old-id'
	| 'old-grid';

export interface FoundRow {
	element: Element;
	id: string | null;
	/** Text of the last date break above, and whether this row is the first below it. */
	breakText: string | null;
	isFirstBelow: boolean;
}

export interface FoundRows {
	layer: MessageLayer | null;
	/** The log, or what else holds the rows. */
	root: Element | null;
	rows: FoundRow[];
	problems: string[];
}

export function findRows({ document }: ReadContext): FoundRows {
	const problems: string[] = [];
	const root = findRoot(document, problems);
	if (!root) return { layer: null, root, rows: [], problems };
	for (const [layer, find] of layers) {
		const found = outermost(find(root).filter((element) => isDrawn(element, root)));
		if (found.length > 0) return { layer, root, rows: withBreaks(found, root), problems };
	}
	return { layer: null, root, rows: [], problems };
}

/**
 * The log of the main column. Without a main column (a piece of a page) the only log
 * there is; chat tabs of facebook.com are logs too, and have no address (2026-08).
 */
function findRoot(document: Document, problems: string[]): Element | null {
	const main = document.querySelector(selectors.main);
	const logs = [...document.querySelectorAll(selectors.log)].filter(
		(log) => !log.closest(`${selectors.navigation}, ${selectors.dialog}`) && isShown(log),
	);
	const inMain = logs.filter((log) => log.closest(selectors.main));
	const candidates = main ? inMain : logs;
	const withRows = candidates.filter((log) => log.querySelector(selectors.message));
	if (withRows.length === 1) return withRows[0] ?? null;
	if (withRows.length > 1 || candidates.length > 1) {
		problems.push('several-logs');
		return null;
	}
	return candidates[0] ?? main ?? (logs.length === 0 ? document.body : null);
}

const layers: readonly (readonly [MessageLayer, (root: Element) => Element[]])[] = [
	[
		'message-id',
		(root) =>
			identified(root).filter(({ form }) => form !== 'opaque').length > 0
				? identified(root).map(({ element }) => element)
				: [],
	],
	['opaque-id', (root) => identified(root).map(({ element }) => element)],
	['article', findArticles],
	['labelled', (root) => [...root.querySelectorAll(selectors.labelledRow)]],
	[
		'old-id',
		(root) =>
			[...root.querySelectorAll(selectors.oldMessage)].map(
				(message) => message.closest(selectors.row) ?? message,
			),
	],
	[
		'old-grid',
		(root) =>
			[...root.querySelectorAll(selectors.oldRow)].filter(
				(row) =>
					row.querySelector(selectors.textBlock) !== null ||
					(row.querySelector(selectors.tableItem) !== null &&
						row.querySelector(selectors.dateBreak) === null),
			),
	],
];

function identified(root: Element): { element: Element; form: string }[] {
	return [...root.querySelectorAll(selectors.message)].flatMap((element) => {
		const form = formOf(idOf(element) ?? '');
		return form === null ? [] : [{ element, form }];
	});
}

function findArticles(root: Element): Element[] {
	return [...root.querySelectorAll(selectors.article)]
		.filter((article) => article.closest(selectors.log))
		.flatMap((article) => {
			const row =
				article.querySelector(selectors.describedRow) ??
				article.querySelector(selectors.toolbar)?.closest(selectors.tableItem) ??
				(article.querySelector(selectors.toolbar) ? article : null);
			return row ? [row] : [];
		});
}

function idOf(element: Element): string | null {
	const id = element.getAttribute('data-message-id') ?? '';
	if (id !== '') return id;
	const old = element.id.startsWith('mid.$') ? element : element.querySelector('[id^="mid.$"]');
	return old?.id ?? null;
}

/** Shells hold nothing, or what was drawn before they left the window: not seen now. */
function isDrawn(element: Element, root: Element): boolean {
	return (
		!isWithin(element, selectors.placeholder, root) &&
		!isWithin(element, `${selectors.navigation}, ${selectors.dialog}`, root) &&
		isShown(element)
	);
}

/** React keeps left parts of a page in the tree, hidden by inline style. */
function isShown(element: Element): boolean {
	return !element.closest('[hidden], [style*="display: none"], [style*="display:none"]');
}

function withBreaks(elements: Element[], root: Element): FoundRow[] {
	const breaks = [...root.querySelectorAll(selectors.dateBreak)].filter((stamp) =>
		isDrawn(stamp, root),
	);
	const stamps = new Set(breaks);
	let breakText: string | null = null;
	let isFirstBelow = false;
	return inShownOrder(root, merged(breaks, elements)).flatMap((element) => {
		if (stamps.has(element)) {
			breakText = (element.textContent ?? '').trim().slice(0, 200) || null;
			isFirstBelow = true;
			return [];
		}
		const id = idOf(element);
		const isLasting = id !== null && formOf(id) !== null;
		const row = { element, id: isLasting ? id : null, breakText, isFirstBelow };
		isFirstBelow = false;
		return [row];
	});
}

/** Two lists in document order as one. */
function merged(one: readonly Element[], other: readonly Element[]): Element[] {
	let passed = 0;
	const all = other.flatMap((element) => {
		const from = passed;
		for (let next = one[passed]; next && isBefore(next, element); next = one[passed]) passed += 1;
		return [...one.slice(from, passed), element];
	});
	return [...all, ...one.slice(passed)];
}
