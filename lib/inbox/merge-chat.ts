import { type Chat, type ChatReading, hourMs, type Network, type Settings } from '../model';
import { isSame } from './changes';
import { type ExpiredThrough, expiredThroughAfter } from './expired-through';
import { isMoreUnread, nextActivity } from './next-activity';
import { withNews } from './own-flags';
import type { ChatTarget } from './resolve-chats';
import { forgetOtherPreviews } from './tombstones';

/** A chat that stays the same is marked as seen no more often than this. */
const seenEveryMs = hourMs;
/** Provisional ids kept of one chat: each new name or picture makes another. */
const aliasLimit = 8;
/** Other ids and former keys kept of one chat. */
const otherKeyLimit = 8;

export interface ChatFacts {
	network: Network;
	/** The account's key. */
	account: string;
	/** Whether the page told its account only now. */
	isAccountProven: boolean;
	now: number;
	settings: Settings;
	/** Whether the order of day and month is proven, see `Reading`. */
	isOrderSettled: boolean;
	/** Whether the row shows another last line than the stored one. */
	isNewLine: boolean;
	/** Hash of the shown line's `previewId`, `null` where the row shows none. */
	previewSignature: string | null;
}

/**
 * A chat after a capture; the stored record itself where nothing changed. What a page does
 * not tell never replaces what is known.
 */
export function mergeChat(stored: Chat | null, target: ChatTarget, facts: ChatFacts): Chat {
	const { row } = target;
	const known = stored ?? newChat(target, facts);
	const isMore = row !== null && isMoreUnread(known.unread, row.unread);
	const merged: Chat = {
		...known,
		key: target.key,
		account: facts.isAccountProven ? facts.account : known.account,
		nativeId: target.nativeId ?? known.nativeId,
		title: row?.title || known.title || target.thread?.title || '',
		unread: row?.unread ?? known.unread,
		muted: row?.muted ?? known.muted,
		pinned: row?.pinned ?? known.pinned,
		archived: row?.archived ?? known.archived,
		group: row?.group ?? known.group,
		lastActivity: row
			? nextActivity(known.lastActivity, row.lastActivity, {
					isNewLine: facts.isNewLine,
					isMoreUnread: isMore,
					isOrderSettled: facts.isOrderSettled,
				})
			: known.lastActivity,
		tombstones:
			facts.previewSignature === null
				? known.tombstones
				: forgetOtherPreviews(known.tombstones, facts.previewSignature),
		...(isMore && facts.isNewLine ? { isBehind: true } : {}),
		...withTimersOf(known, row, facts),
		...withAlias(known.aliases, target.alias),
		...withOtherKeys(known.otherKeys, target.otherKeys),
	};
	const flagged = withNews(stored, merged, {
		isMoreUnread: isMore,
		isNewLine: facts.isNewLine && row?.previewSide !== 'mine',
	});
	const isDue = facts.now - known.seenAt >= seenEveryMs;
	if (stored && isSame(stored, flagged) && !isDue) return stored;
	return { ...flagged, seenAt: Math.max(known.seenAt, facts.now) };
}

/**
 * A chat's network timer as a row that is drawn tells it, with what was past its time under
 * the timer before: no longer one may bring that back.
 */
export function withTimersOf(
	known: Chat,
	row: ChatReading | null,
	{ settings, now }: Pick<ChatFacts, 'settings' | 'now'>,
): Pick<Chat, 'networkTimerMs'> & ExpiredThrough {
	const networkTimerMs = networkTimerOf(known, row);
	return {
		networkTimerMs,
		...expiredThroughAfter(known, settings, { ...known, networkTimerMs }, settings, now),
	};
}

/** A row without a preview is not drawn: its timer mark is neither. */
function networkTimerOf(known: Chat, row: ChatReading | null): number | undefined {
	if (row === null) return known.networkTimerMs;
	if (row.networkTimerMs !== null) return row.networkTimerMs || undefined;
	return row.preview === null ? known.networkTimerMs : undefined;
}

function newChat(target: ChatTarget, { network, account, now }: ChatFacts): Chat {
	return {
		key: target.key,
		network,
		account,
		nativeId: target.nativeId,
		title: '',
		unread: null,
		muted: null,
		pinned: null,
		archived: null,
		group: null,
		lastActivity: { from: null, to: null, precision: 'unknown' },
		seenAt: now,
		tombstones: [],
	};
}

function withOtherKeys(
	known: Chat['otherKeys'],
	proven: readonly string[],
): Pick<Chat, 'otherKeys'> {
	const all = [...new Set([...(known ?? []), ...proven])];
	return all.length > 0 ? { otherKeys: all.slice(-otherKeyLimit) } : {};
}

function withAlias(aliases: Chat['aliases'], alias: string | null): Pick<Chat, 'aliases'> {
	if (alias === null) return aliases ? { aliases } : {};
	if (aliases?.includes(alias)) return { aliases };
	return { aliases: [...(aliases ?? []), alias].slice(-aliasLimit) };
}
