import type { ReadContext } from '../adapter';
import { asciiDigits, comparableTitle } from '../dom';
import { remembered } from '../time/remembered';

/**
 * The signed-in number: digits before the device in `last-wid-md`, a JSON string like
 * `"4917…:12@c.us"` (2026 modules, login check).
 */
export function readAccount(context: ReadContext): string | null {
	const item = context.localItem?.('last-wid-md') ?? null;
	return item?.match(/^"?(\d{5,20})(?:[:.]\d+)*@/u)?.[1] ?? null;
}

/**
 * A message's own id in every form `data-id` has had: bare since 2026-04, before that
 * `true_<chat>_<id>_out`, `false_<chat>_<id>` or `false_<group>_<id>_<sender>`.
 */
export function messageKey(dataId: string): string {
	return legacyParts(dataId)?.id ?? dataId;
}

/** What a form of before 2026-04 tells beside the id. */
export function legacyParts(
	dataId: string,
): { isMine: boolean; chatId: string; id: string } | null {
	const match = dataId.match(/^(true|false)_([^_]+@[^_]+)_([^_]+)(?:_|$)/u);
	const [, side, chatId, id] = match ?? [];
	if (chatId === undefined || id === undefined) return null;
	return { isMine: side === 'true', chatId: plainJid(chatId), id };
}

/** Without device, and with the server's name that the page itself uses. */
export function plainJid(jid: string): string {
	return jid.replace(/[:.]\d+@/u, '@').replace(/@s\.whatsapp\.net$/u, '@c.us');
}

export function isGroupJid(jid: string): boolean {
	return jid.endsWith('@g.us');
}

/** Channels and the status list are no chats. */
export function isChatJid(jid: string): boolean {
	return /^[^@\s]+@[^@\s]+$/u.test(jid) && !/@newsletter$|^status@broadcast$/u.test(jid);
}

/** A title as it is compared: without the `~` of an unsaved name, numbers as digits alone. */
export const titleKey = remembered((title: string): string => {
	const key = bareName(comparableTitle(title));
	const number = asciiDigits(key);
	return /^\+?[\d\s().-]{7,}$/u.test(number) ? `+${number.replace(/\D/gu, '')}` : key;
});

/** Without the `~` that the page puts before a name its user has not saved. */
export function bareName(name: string): string {
	return name.replace(/^~\s*/u, '');
}
