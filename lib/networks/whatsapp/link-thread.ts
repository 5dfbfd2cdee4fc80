import type { ChatReading } from '../../model';
import { titleKey } from './identity';
import { chatsByName, otherIdsOf, type PageChat } from './page-chats';
import type { OpenThread } from './thread';

export interface ThreadIdentity {
	chatId: string | null;
	provisionalId: string | null;
	otherIds?: string[];
	/** A locked chat, a channel: not to be read. */
	isLeftOut: boolean;
}

const noChats: readonly PageChat[] = [];

/**
 * Which chat is open. Ids of before 2026-04 name it; since then it is the selected row
 * of that title, else the only chat of that title.
 */
export function linkThread(
	thread: OpenThread,
	selected: { id: string | null; title: string } | null,
	chats: readonly ChatReading[],
	pageChats: readonly PageChat[] | null,
	isDatabaseAwaited: boolean,
): ThreadIdentity {
	const key = thread.title === null ? null : titleKey(thread.title);
	const named = key === null ? [] : (chatsByName(pageChats ?? noChats).get(key) ?? noChats);
	const byId = (id: string): PageChat | undefined =>
		pageChats?.find((chat) => chat.aliases.includes(id));
	const isSelected = selected !== null && key !== null && titleKey(selected.title) === key;
	const only = named.length === 1 ? named[0] : undefined;
	const known =
		(thread.chatId === null ? undefined : byId(thread.chatId)) ??
		(isSelected && selected.id !== null ? byId(selected.id) : undefined) ??
		only;
	return {
		chatId: known?.id ?? thread.chatId,
		provisionalId: isDatabaseAwaited ? null : provisionalIdOf(key, chats, pageChats, named.length),
		...(known && otherIdsOf(known)),
		isLeftOut: known?.isLeftOut ?? false,
	};
}

/** As its row is named where the title alone must do; see `joinChats`. */
function provisionalIdOf(
	key: string | null,
	chats: readonly ChatReading[],
	pageChats: readonly PageChat[] | null,
	namesakes: number,
): string | null {
	if (key === null || (pageChats !== null && namesakes !== 1)) return null;
	const rows = chats.filter((chat) => titleKey(chat.title) === key);
	return rows.length > 1 ? null : `title:${key}`.slice(0, 400);
}
