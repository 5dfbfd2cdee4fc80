import type { Chat, Network, OwnFlags, Unread } from '../model';
import { isBefore } from './better-moment';

/**
 * What its user decided about a chat stands beside what its network tells: the network's word
 * is never overwritten, and is back as soon as the own one is taken away.
 */

type Flagged = Pick<Chat, 'pinned' | 'muted' | 'archived' | 'own'>;

export const isPinned = ({ pinned, own }: Flagged): boolean => own?.pinned ?? pinned === true;

export const isMuted = ({ muted, own }: Flagged): boolean => own?.muted ?? muted === true;

/** Whether notifications may tell of a chat: by its own choice, else by that for its network. */
export const isToldOf = ({ network, own }: Chat, notifies: readonly Network[]): boolean =>
	own?.notifies ?? notifies.includes(network);

/** Once archived here, a chat stays archived until told otherwise, whatever arrives. */
export const isArchived = ({ archived, own }: Flagged): boolean =>
	own?.archived ?? archived === true;

/** Whether a chat is put away at `now`: one that waits for an answer, until it is taken out. */
export function isSnoozed({ own }: Pick<Chat, 'own'>, now: number): boolean {
	const { snooze } = own ?? {};
	return snooze !== undefined && (snooze.untilAt === null || snooze.untilAt > now);
}

/** Whether a chat was put away until a time that has come; it wants attention again. */
export function isWoken({ own }: Pick<Chat, 'own'>, now: number): boolean {
	const untilAt = own?.snooze?.untilAt ?? null;
	return untilAt !== null && untilAt <= now;
}

/** What is unread, as the list says: unread on the network and not read here, or marked here. */
export function unreadHere(chat: Pick<Chat, 'unread' | 'own'>, now: number): Unread {
	const isMarked = chat.own?.read === false || isWoken(chat, now);
	if (isMarked) return isUnread(chat.unread) ? chat.unread : true;
	return chat.own?.read === true ? 0 : chat.unread;
}

/** Read here, while its network still counts it as unread. */
export const isReadHereOnly = (chat: Pick<Chat, 'unread' | 'own'>, now: number): boolean =>
	isUnread(chat.unread) && unreadHere(chat, now) === 0;

/** What cannot be told counts as read: nothing is claimed of it. */
export function isUnread(unread: Unread): boolean {
	return unread !== null && unread !== 0;
}

/** Each named flag is set anew; `null` gives it back to the network. */
export type FlagPatch = { [Flag in keyof OwnFlags]?: OwnFlags[Flag] | null };

/** A chat with some of its own flags set anew. */
export function withFlags(chat: Chat, patch: FlagPatch): Chat {
	const { own, ...rest } = chat;
	const kept = Object.entries({ ...own, ...patch }).filter(
		([, value]) => value !== null && value !== undefined && !isEmptyList(value),
	);
	return kept.length === 0 ? rest : { ...rest, own: Object.fromEntries(kept) };
}

/** What brings back the flags that a patch sets anew. */
export function inversePatch(chat: Pick<Chat, 'own'>, patch: FlagPatch): FlagPatch {
	const flags = Object.keys(patch) as (keyof OwnFlags)[];
	return Object.fromEntries(flags.map((flag) => [flag, chat.own?.[flag] ?? null]));
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

export interface News {
	/** Its list counts more than it did. */
	isMoreUnread: boolean;
	/** It shows another last line, which is not the user's own. */
	isNewLine: boolean;
}

/**
 * A chat after it was read from its list again: what was read here is not when something came
 * since, and what waited for an answer has one.
 */
export function withNews(
	before: Chat | null,
	after: Chat,
	{ isMoreUnread, isNewLine }: News,
): Chat {
	const { own } = after;
	if (!own) return after;
	const isLater = before !== null && isBefore(before.lastActivity, after.lastActivity);
	const isNews = isMoreUnread || (isNewLine && (isLater || isUnread(after.unread)));
	const isReadThere = after.unread === 0 && own.read === true;
	const isAnswered = isNews && own.snooze?.untilAt === null;
	return withFlags(after, {
		...((isNews || isReadThere) && own.read === true ? { read: null } : {}),
		...(isAnswered ? { snooze: null } : {}),
	});
}

/** Whether the user chose something for a chat that must outlive its copies. */
export function isKeptByChoice({ own }: Pick<Chat, 'own'>): boolean {
	return (
		own !== undefined &&
		(own.pinned === true ||
			own.archived !== undefined ||
			own.muted !== undefined ||
			own.notifies !== undefined ||
			own.labels !== undefined)
	);
}
