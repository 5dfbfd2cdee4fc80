import type { Unread } from '../../model';
import { titleKey } from './identity';
import { chatsByName, type PageChat } from './page-chats';
import type { RowReading } from './row';

/** A row beside what else is known of it. */
export interface LinkableRow {
	row: RowReading;
	/** Bounds of the time that the row shows, as far as they are certain. */
	from: number | null;
	to: number | null;
}

/** Rows so young may stand in another order than the database, which is written a little later. */
const unsettledMs = 2 * 60_000;

/**
 * Which of the page's chats each row shows, by title. Several chats of one name are told
 * apart by time, unread count and rank; what is still ambiguous stays unlinked.
 */
export function linkRows(
	rows: readonly LinkableRow[],
	chats: readonly PageChat[],
	account: string | null,
	now: number,
): Map<RowReading, PageChat> {
	const linked = new Map<RowReading, PageChat>();
	const byName = chatsByName(chats);
	for (const [key, named] of groupByTitle(rows)) {
		const isOwn = named.some(({ row }) => row.isSelf);
		const candidates = isOwn
			? chats.filter((chat) => account !== null && chat.aliases.includes(`${account}@c.us`))
			: (byName.get(key) ?? []).filter((chat) => !chat.archived);
		for (const [row, chat] of settle(named, candidates, now)) linked.set(row, chat);
	}
	return linked;
}

function groupByTitle(rows: readonly LinkableRow[]): Map<string, LinkableRow[]> {
	return Map.groupBy(rows, ({ row }) => `${row.isSelf ? 'own\0' : ''}${titleKey(row.title)}`);
}

function settle(
	rows: readonly LinkableRow[],
	chats: readonly PageChat[],
	now: number,
): [RowReading, PageChat][] {
	const [onlyRow, ...otherRows] = rows;
	const [onlyChat, ...otherChats] = chats;
	if (!onlyRow || !onlyChat) return [];
	if (otherRows.length === 0 && otherChats.length === 0) return [[onlyRow.row, onlyChat]];
	return settleByFit(rows, chats) ?? settleByRank(rows, chats, now) ?? [];
}

/** Where each row fits one chat alone, and no two rows the same. */
function settleByFit(
	rows: readonly LinkableRow[],
	chats: readonly PageChat[],
): [RowReading, PageChat][] | null {
	const pairs: [RowReading, PageChat][] = [];
	for (const linkable of rows) {
		const [fitting, ...others] = chats.filter((chat) => fits(linkable, chat));
		if (!fitting || others.length > 0 || pairs.some(([, chat]) => chat === fitting)) return null;
		pairs.push([linkable.row, fitting]);
	}
	return pairs;
}

/** The list stands newest first, so equal names stand in the order of their times. */
function settleByRank(
	rows: readonly LinkableRow[],
	chats: readonly PageChat[],
	now: number,
): [RowReading, PageChat][] | null {
	if (rows.length !== chats.length) return null;
	const ranked = [...chats].sort(
		(one, other) =>
			Number(other.pinned) - Number(one.pinned) || (other.activeAt ?? 0) - (one.activeAt ?? 0),
	);
	const pairs: [RowReading, PageChat][] = [];
	for (const [index, linkable] of rows.entries()) {
		const chat = ranked[index];
		if (!chat || chat.activeAt === null || chat.activeAt > now - unsettledMs) return null;
		const isTied = ranked.some((other) => other !== chat && other.activeAt === chat.activeAt);
		if (isTied || !fits(linkable, chat)) return null;
		pairs.push([linkable.row, chat]);
	}
	return pairs;
}

function fits({ row, from, to }: LinkableRow, chat: PageChat): boolean {
	const at = chat.activeAt;
	if (at !== null && ((from !== null && at < from) || (to !== null && at > to))) return false;
	return isSameUnread(row.unread, chat.unread);
}

function isSameUnread(shown: Unread, stored: Unread): boolean {
	if (shown === null || stored === null) return true;
	// The counter stops at 999+.
	if (typeof shown === 'number' && typeof stored === 'number' && shown >= 999) {
		return stored >= 999;
	}
	return shown === stored;
}
