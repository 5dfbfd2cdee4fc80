import type { Unread } from '../../model';
import { capText } from '../dom';
import type { InTurns } from '../turns';
import { isChatJid, isGroupJid, plainJid, titleKey } from './identity';
import type { StoredNames } from './stored-names';

/** One record of each store that speaks of a chat, as the page wrote them. */
export interface StoredChat extends StoredNames {
	chat: unknown;
}

/** A chat as the page's database knows it. */
export interface PageChat {
	/** The phone form where the database knows it, else as stored: one chat, one id. */
	id: string;
	/** Every form under which it was stored. */
	aliases: string[];
	/** As the page would show it; `null` where the database has no name for it. */
	title: string | null;
	/** Comparable forms under which its row may stand. */
	names: Set<string>;
	isGroup: boolean;
	unread: Unread;
	archived: boolean;
	muted: boolean;
	pinned: boolean;
	/** Epoch ms of a whole second: the page keeps no finer time. */
	activeAt: number | null;
	/** Locked, hidden, a channel or the status list: known, so that nothing else is taken for it. */
	isLeftOut: boolean;
}

/**
 * Chats of the records, a private and a phone form of one chat joined; newest first. One that
 * is as it was `before` is that object, so that nothing is made of it again.
 */
export async function toPageChats(
	stored: readonly StoredChat[],
	before: readonly PageChat[] | null | undefined,
	now: number,
	inTurns: InTurns,
): Promise<PageChat[]> {
	const chats = new Map<string, PageChat>();
	await inTurns(stored, (record) => {
		const chat = toPageChat(record, now);
		if (!chat) return;
		const known = chats.get(chat.id);
		chats.set(chat.id, known ? joinForms(known, chat) : chat);
	});
	const known = new Map(before?.map((chat) => [chat.id, chat]));
	const made: PageChat[] = [];
	await inTurns(chats.values(), (chat) => {
		const same = known.get(chat.id);
		made.push(same && isSame(same, chat) ? same : chat);
	});
	return made.sort((one, other) => (other.activeAt ?? 0) - (one.activeAt ?? 0));
}

function isSame(one: PageChat, other: PageChat): boolean {
	return asText(one) === asText(other);
}

const asText = (chat: PageChat): string => JSON.stringify({ ...chat, names: [...chat.names] });

const byNames = new WeakMap<readonly PageChat[], ReadonlyMap<string, readonly PageChat[]>>();

/** Chats of one reading of the database by each comparable form of their names. */
export function chatsByName(chats: readonly PageChat[]): ReadonlyMap<string, readonly PageChat[]> {
	const known = byNames.get(chats);
	if (known) return known;
	const made = new Map<string, PageChat[]>();
	for (const chat of chats) {
		for (const name of chat.names) {
			const named = made.get(name);
			if (named) named.push(chat);
			else made.set(name, [chat]);
		}
	}
	byNames.set(chats, made);
	return made;
}

function toPageChat(
	{ chat, contact, group, phoneContact }: StoredChat,
	now: number,
): PageChat | null {
	const stored = textField(chat, 'id');
	if (stored === null || stored.length > 400) return null;
	const id = plainJid(stored);
	const phone = textField(contact, 'phoneNumber');
	const canonical = id.endsWith('@lid') && phone?.includes('@') ? plainJid(phone) : id;
	const isGroup = isGroupJid(canonical);
	const names = isGroup
		? known([textField(chat, 'name'), textField(group, 'subject')])
		: personNames([phoneContact, contact], textField(chat, 'name'), canonical);
	return {
		id: canonical,
		aliases: [...new Set([id, canonical])],
		title: names[0] ?? null,
		names: new Set(names.map((name) => titleKey(name))),
		isGroup,
		unread: readUnread(field(chat, 'unreadCount')),
		archived: Boolean(field(chat, 'archive')),
		muted: isMuted(field(chat, 'muteExpiration'), now),
		pinned: Boolean(field(chat, 'pin')),
		activeAt: readSeconds(field(chat, 't')),
		isLeftOut: !isChatJid(canonical) || isHidden(chat),
	};
}

/** The forms of a chat's id beside the one it goes by, as a reading carries them. */
export function otherIdsOf({ id, aliases }: PageChat): { otherIds?: string[] } {
	const otherIds = aliases.filter((alias) => alias !== id).slice(0, 4);
	return otherIds.length > 0 ? { otherIds } : {};
}

/** Fields of the page's chat lock as its modules name them; no stored chat of 2026 was seen to prove it. */
function isHidden(chat: unknown): boolean {
	return ['isLocked', 'locked', 'isHidden', 'hidden'].some((key) => field(chat, key) === true);
}

/** A saved name alone is shown; without one, what the person calls themselves, or the number. */
function personNames(contacts: unknown[], ownName: string | null, id: string): string[] {
	const saved = known([ownName, ...contacts.map((contact) => textField(contact, 'name'))])[0];
	if (saved !== undefined) return [saved];
	const number = id.endsWith('@c.us') ? [`+${id.slice(0, -'@c.us'.length)}`] : [];
	return known([
		...contacts.map((contact) => textField(contact, 'verifiedName')),
		...contacts.map((contact) => textField(contact, 'shortName')),
		...contacts.map((contact) => textField(contact, 'pushname')),
		...number,
	]);
}

function joinForms(one: PageChat, other: PageChat): PageChat {
	const isNewer = (other.activeAt ?? 0) > (one.activeAt ?? 0);
	const [newer, older] = isNewer ? [other, one] : [one, other];
	return {
		...newer,
		title: newer.title ?? older.title,
		aliases: [...new Set([...newer.aliases, ...older.aliases])],
		names: new Set([...newer.names, ...older.names]),
		isLeftOut: newer.isLeftOut || older.isLeftOut,
	};
}

/** -1 is "marked unread" (2022-11 .. 2026-08). */
function readUnread(value: unknown): Unread {
	if (typeof value !== 'number' || !Number.isInteger(value)) return null;
	return value < 0 ? true : Math.min(value, 1_000_000);
}

/** 0 is "not muted", -1 "for ever", else the second at which it ends. */
function isMuted(value: unknown, now: number): boolean {
	return typeof value === 'number' && (value < 0 || value * 1_000 > now);
}

function readSeconds(value: unknown): number | null {
	if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return null;
	const at = Math.trunc(value) * 1_000;
	return at <= 8.64e15 ? at : null;
}

function known(values: (string | null)[]): string[] {
	return values.filter((value): value is string => value !== null && value.trim() !== '');
}

export function textField(record: unknown, key: string): string | null {
	const value = field(record, key);
	return typeof value === 'string' ? capText(value, 2_000) : null;
}

/** One field of a record of unknown shape. */
export function field(record: unknown, key: string): unknown {
	return typeof record === 'object' && record !== null
		? (record as Record<string, unknown>)[key]
		: undefined;
}
