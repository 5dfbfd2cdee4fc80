/** The chat list, by the first layer that has a row. */
import type { ChatReading } from '../../model';
import type { ReadContext } from '../adapter';
import { readAnew } from '../kept-readings';
import { inShownOrder } from '../shown-order';
import { boldRows } from '../text-weight';
import { chatIdOf, chatIdOfLink, isArchive, languagesOf } from './identity';
import { memoryOf } from './memory';
import { type RowReading, readFace, readRow } from './row';
import { readRowText } from './row-blocks';
import * as selectors from './selectors';

export type ListLayer = 'grid-in-navigation' | 'grid' | 'links' | 'drawer';

export interface ListReading {
	layer: ListLayer | null;
	chats: ChatReading[];
	/** Digits of the row that the page marks as open. */
	currentId: string | null;
	/** A list is there, with or without rows. */
	hasGrid: boolean;
	problems: string[];
}

/** Rows may stand there empty for so long. */
const skeletonMs = 15_000;

interface Found {
	row: Element;
	link: Element;
}

export function readChats(context: ReadContext): ListReading {
	const { layer, found, rows, hasGrid } = findChats(context);
	const problems: string[] = [];
	const isLate = found.length > 0 || context.now - context.openedAt >= skeletonMs;
	const isList = layer === null || layer === 'grid-in-navigation' || layer === 'grid';
	if (rows.length > 0 && isList && isLate && found.length * 2 < rows.length) {
		problems.push('rows-without-address');
	}
	const list = readRows(found, context, problems);
	return { layer, ...list, hasGrid, problems };
}

/** Rows with their links, by the first layer that has one; `rows` are all of the grids. */
export function findChats({ document, url }: ReadContext): {
	layer: ListLayer | null;
	found: Found[];
	rows: Element[];
	hasGrid: boolean;
} {
	const grids = [...document.querySelectorAll(selectors.grid)].filter(
		(grid) => !grid.closest(selectors.main) && !grid.closest(selectors.dialog),
	);
	const rows = [...new Set(grids.flatMap((grid) => [...grid.querySelectorAll(selectors.row)]))];
	const hasGrid = grids.length > 0;
	for (const [layer, find] of layers) {
		const found = asShown(find(document, rows, url), document);
		if (found.length > 0) return { layer, found, rows, hasGrid };
	}
	return { layer: null, found: [], rows, hasGrid };
}

function asShown(found: Found[], { body }: Document): Found[] {
	const byLink = new Map<Element, Found>(found.map((one) => [one.link, one]));
	return inShownOrder(body, [...byLink.keys()]).flatMap((link) => byLink.get(link) ?? []);
}

type Layer = (document: Document, rows: Element[], page: URL) => Found[];

const layers: readonly (readonly [ListLayer, Layer])[] = [
	[
		'grid-in-navigation',
		(_document, rows, page) =>
			linkedRows(
				rows.filter((row) => row.closest(selectors.navigation)),
				page,
			),
	],
	['grid', (_document, rows, page) => linkedRows(rows, page)],
	['links', findLinks],
	['drawer', findDrawerLinks],
];

function linkedRows(rows: Element[], page: URL): Found[] {
	return rows.flatMap((row) => {
		if (row.querySelector(selectors.tableItem)) return [];
		const link = [...row.querySelectorAll(selectors.threadLink)].find(
			(candidate) => chatIdOfLink(candidate, page) !== null,
		);
		return link ? [{ row, link }] : [];
	});
}

/** Links anywhere but in the open chat. Outside a grid, a bare name may be a menu entry. */
function findLinks(document: Document, _rows: Element[], page: URL): Found[] {
	return [...document.querySelectorAll(selectors.threadLink)]
		.filter(
			(link) =>
				!link.closest(selectors.main) &&
				!link.closest(selectors.log) &&
				!link.closest(selectors.dialog) &&
				chatIdOfLink(link, page) !== null &&
				(link.closest(selectors.grid) !== null || readRowText(link).blocks.length > 1),
		)
		.map((link) => ({ row: link, link }));
}

/** A dialog that links to the list itself and to chats. */
function findDrawerLinks(document: Document, _rows: Element[], page: URL): Found[] {
	return [...document.querySelectorAll(selectors.drawer)]
		.filter((drawer) => drawer.querySelector(selectors.drawerHome))
		.flatMap((drawer) => [...drawer.querySelectorAll(selectors.threadLink)])
		.filter((link) => chatIdOfLink(link, page) !== null)
		.map((link) => ({ row: link, link }));
}

function readRows(
	found: Found[],
	context: ReadContext,
	problems: string[],
): Pick<ListReading, 'chats' | 'currentId'> {
	const { keep = readAnew } = context;
	const rowContext = {
		now: context.now,
		languages: languagesOf(context),
		ownName: memoryOf(context).ownName,
		archived: isArchive(context.url),
	};
	const byId = new Map<string, RowReading>();
	for (const { row, link } of found) {
		const id = chatIdOfLink(link, context.url);
		if (id === null || byId.has(id)) continue;
		const face = keep(link, readFace, row);
		if (face) byId.set(id, readRow(face, id, rowContext));
		else problems.push('row-without-title');
	}
	const readings = [...byId.values()];
	settleMarks(readings);
	const currentId = readings.find(({ isCurrent }) => isCurrent)?.chat.id ?? null;
	const openId = chatIdOf(context.url) ?? currentId;
	for (const { chat } of readings) chat.open = chat.id === openId;
	return { chats: readings.map(({ chat }) => chat), currentId };
}

/** A missing mark means something only where the page is seen to draw it. */
function settleMarks(readings: RowReading[]): void {
	const isMarked = readings.some(({ chat }) => chat.unread === true);
	const areBold = boldRows(
		readings.map(({ texts }) => texts),
		isMarked,
	);
	readings.forEach(({ chat }, index) => {
		if (areBold[index]) chat.unread = true;
	});
	const drawsUnread = readings.some(({ chat }) => chat.unread === true);
	const drawsMuted = readings.some(({ chat }) => chat.muted === true);
	for (const { chat, isFull } of readings) {
		if (chat.unread === 0 && !isFull && !drawsUnread) chat.unread = null;
		if (drawsMuted) chat.muted ??= false;
	}
}
