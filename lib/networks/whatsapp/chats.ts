import type { ChatReading, Moment, Unread } from '../../model';
import { readCount } from '../dom';
import type { Keep } from '../kept-readings';
import { parseClock } from '../time/clocks';
import type { TimeContext } from '../time/context';
import { exactMoment, unknownMoment } from '../time/moments';
import { parseStamp } from '../time/stamps';
import { titleKey } from './identity';
import { type LinkableRow, linkRows } from './link-rows';
import { chatsByName, otherIdsOf, type PageChat } from './page-chats';
import { previewSide, type RowReading, readRow } from './row';
import { type FoundRows, findRows } from './rows';
import * as selectors from './selectors';

/** The chat list as it stands in the page. */
export interface ListReading {
	layer: FoundRows['layer'];
	titleLayer: RowReading['titleLayer'] | null;
	rows: RowReading[];
	/** The list shows what was searched for: hits are no chats' last lines. */
	isSearch: boolean;
	/** A filter ("unread", "groups") is on: rows are missing. */
	isFiltered: boolean;
	/** Rows of which nothing could be read. */
	unreadableRows: number;
	/** As the grid says; `null` where it does not. */
	rowCount: number | null;
	/** Whether there is anything in the list at all. */
	hasContent: boolean;
	/** Unread chats as the page's title counts them, muted ones left out. */
	titleCount: number;
}

export function readList(pane: Element, problems: string[], keep: Keep): ListReading {
	const side = pane.closest(selectors.frameSide) ?? pane;
	const { layer, rows } = findRows(pane);
	const read = rows.map((row) => readRowSafely(row, problems, keep));
	const chatRows = read.filter((row): row is RowReading => row !== null && row !== 'header');
	const { ownerDocument } = pane;
	const count = ownerDocument.querySelector(selectors.listGrid)?.getAttribute('aria-rowcount');
	return {
		layer,
		titleLayer: chatRows.find(({ isSelf }) => !isSelf)?.titleLayer ?? null,
		rows: chatRows,
		isSearch: isSearching(side, read.includes('header')),
		isFiltered: isFiltered(side),
		unreadableRows: read.filter((row) => row === null).length,
		rowCount: count && /^\d+$/u.test(count) ? Number(count) : null,
		hasContent: rows.length > 0 || hasText(pane),
		titleCount: readCount(ownerDocument.title.match(/^\s*\(([^)]*)\)/u)?.[1] ?? '') ?? 0,
	};
}

/** One bad row is that row alone. */
export function readRowSafely(
	row: Element,
	problems: string[],
	keep: Keep,
): RowReading | 'header' | null {
	try {
		return keep(row, readRow);
	} catch {
		problems.push('row-unreadable');
		return null;
	}
}

/** Something is typed into the search field; without a field, rows that are section titles. */
function isSearching(side: Element, hasHeaders: boolean): boolean {
	const field = side.querySelector(selectors.listSearch) ?? side.querySelector('input');
	if (!field) return hasHeaders;
	const input = field.matches('input') ? field : field.querySelector('input');
	const typed = input ? (input as HTMLInputElement).value : (field.textContent ?? '');
	return typed.trim() !== '';
}

/** Any filter but the first, which shows all (2026-08). */
function isFiltered(side: Element): boolean {
	const tabs = [...side.querySelectorAll(selectors.listFilter)];
	return tabs.findIndex((tab) => tab.matches('[aria-selected="true"]')) > 0;
}

function hasText(pane: Element): boolean {
	return (pane.textContent ?? '').replace(/\s/gu, '').length >= 40;
}

export interface JoinedChats {
	chats: ChatReading[];
	linkedRows: number;
	/** A row is newer than the database, or unknown to it. */
	isLagging: boolean;
	selected: { id: string | null; title: string } | null;
}

/** Rows in visual order with what the database knows of them, then chats that only it knows. */
export function joinChats(
	reading: ListReading | null,
	pageChats: readonly PageChat[] | null,
	account: string | null,
	context: TimeContext,
	isDatabaseAwaited: boolean,
): JoinedChats {
	const rows = !reading || reading.isSearch ? [] : reading.rows;
	const linkable = rows.map((row) => ({ row, moment: labelMoment(row.time, context) }));
	const linked = linkRows(
		linkable.map(({ row, moment }): LinkableRow => {
			const isSure = isSureLabel(row.time, context);
			return { row, from: isSure ? moment.from : null, to: isSure ? moment.to : null };
		}),
		pageChats ?? [],
		account,
		context.now,
	);
	// The title counts unread chats and no row shows a counter: the counters may be gone.
	const isCounterDoubtful = reading?.titleCount && rows.every(({ unread }) => !unread);
	const provisionalIds = isDatabaseAwaited ? new Map() : provisionalIdsOf(rows, pageChats);
	const chats: ChatReading[] = [];
	let isLagging = false;
	let selected: JoinedChats['selected'] = null;
	for (const { row, moment } of linkable) {
		const pageChat = linked.get(row) ?? null;
		if (pageChat?.isLeftOut) continue;
		const isNewer = isRowNewer(row, moment, pageChat, context);
		isLagging ||= pageChats !== null && (pageChat === null || isNewer);
		const chat = toChat(row, pageChat, isNewer ? null : pageChat, moment);
		if (isCounterDoubtful && chat.unread === 0) chat.unread = pageChat?.unread ?? null;
		chats.push({ ...chat, provisionalId: provisionalIds.get(row) ?? null });
		if (row.isSelected) selected = { id: chat.id, title: row.title };
	}
	const shown = new Set(chats.map(({ id }) => id));
	const others = (pageChats ?? []).filter((chat) => !chat.isLeftOut && !shown.has(chat.id));
	return {
		chats: [...chats, ...others.flatMap(toUnshownChat)],
		linkedRows: linked.size,
		isLagging,
		selected,
	};
}

function toChat(
	row: RowReading,
	pageChat: PageChat | null,
	timed: PageChat | null,
	moment: Moment,
): ChatReading {
	const isGroup = pageChat?.isGroup ?? (row.isGroup ? true : null);
	return {
		id: pageChat?.id ?? null,
		provisionalId: null,
		...(pageChat && otherIdsOf(pageChat)),
		title: row.title,
		preview: row.preview,
		previewSide: previewSide(row, isGroup),
		previewSender: row.previewSender,
		unread: unreadOf(row, pageChat),
		muted: row.muted ?? pageChat?.muted ?? null,
		pinned: row.pinned ?? pageChat?.pinned ?? null,
		archived: pageChat?.archived ?? false,
		group: isGroup,
		open: row.isSelected,
		// WhatsApp itself keeps no finer time than the second, so this is all there is to know.
		lastActivity: timed?.activeAt ? exactMoment(timed.activeAt) : moment,
		networkTimerMs: row.networkTimerMs,
	};
}

/** The row is newer than the database, but its counter stops at 999+. */
function unreadOf({ unread }: RowReading, pageChat: PageChat | null): Unread {
	const stored = pageChat?.unread ?? null;
	if (unread === null) return stored;
	return unread === 999 && typeof stored === 'number' && stored > 999 ? stored : unread;
}

const unshown = new WeakMap<PageChat, ChatReading>();

/** A chat whose row is not in the page now. Without a name there is nothing to show. */
function toUnshownChat(chat: PageChat): ChatReading[] {
	if (chat.title === null) return [];
	const known = unshown.get(chat);
	if (known) return [known];
	const made: ChatReading = {
		id: chat.id,
		provisionalId: null,
		...otherIdsOf(chat),
		title: chat.title,
		preview: null,
		previewSide: 'unknown',
		previewSender: null,
		unread: chat.unread,
		muted: chat.muted,
		pinned: chat.pinned,
		archived: chat.archived,
		group: chat.isGroup,
		open: false,
		lastActivity: chat.activeAt === null ? unknownMoment : exactMoment(chat.activeAt),
		networkTimerMs: null,
	};
	unshown.set(chat, made);
	return [made];
}

/**
 * Where there is no database a row is named by its title, if no other row has that
 * title; a row that the database names later carries both, so that they are joined.
 */
function provisionalIdsOf(
	rows: readonly RowReading[],
	pageChats: readonly PageChat[] | null,
): Map<RowReading, string> {
	const byName = pageChats && chatsByName(pageChats);
	const byKey = new Map<string, RowReading | null>();
	for (const row of rows) {
		const key = titleKey(row.title);
		const isAlone = !byKey.has(key) && (byName === null || byName.get(key)?.length === 1);
		byKey.set(key, isAlone ? row : null);
	}
	return new Map(
		[...byKey].flatMap(([key, row]) => (row ? [[row, `title:${key}`.slice(0, 400)]] : [])),
	);
}

function labelMoment(time: string | null, context: TimeContext): Moment {
	return (time === null ? null : parseStamp(time, context)) ?? unknownMoment;
}

/** A clock or a day's name means one time; a numeric date may have its order mistaken. */
function isSureLabel(time: string | null, context: TimeContext): boolean {
	if (time === null) return false;
	return (
		context.order != null || !/\p{Nd}/u.test(time) || parseClock(time, context.languages) !== null
	);
}

function isRowNewer(
	row: RowReading,
	moment: Moment,
	pageChat: PageChat | null,
	context: TimeContext,
): boolean {
	if (!pageChat || moment.from === null || !isSureLabel(row.time, context)) return false;
	return pageChat.activeAt === null || moment.from > pageChat.activeAt + 999;
}
