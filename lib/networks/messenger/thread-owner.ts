/**
 * Which chat the drawn messages belong to. The address changes a moment before the
 * messages do: for that moment they are the former chat's and must not be taken over.
 */
import type { ChatReading } from '../../model';
import { comparableTitle } from '../dom';
import type { PageMemory } from './memory';

const maxRemembered = 20_000;

/** What a thread says of itself. */
export interface ThreadFace {
	/** "Messages in conversation with NAME", in the page's language. */
	label: string | null;
	messageIds: readonly string[];
}

/** `false` while the page still shows another chat than `chatId`. */
export function belongsTo(
	chatId: string,
	face: ThreadFace,
	chats: readonly ChatReading[],
	memory: PageMemory,
): boolean {
	const named = chatNamedBy(face.label, chats);
	if (named === chatId) return true;
	const isNamedElsewhere =
		named !== null && chats.some((chat) => chat.id === chatId && chat.title !== '');
	if (isNamedElsewhere) return false;
	const known = face.messageIds.filter((id) => {
		const owner = memory.chatOfMessage.get(id);
		return owner !== undefined && owner !== chatId;
	});
	return known.length === 0;
}

export function remember(chatId: string, face: ThreadFace, memory: PageMemory): void {
	if (memory.chatOfMessage.size > maxRemembered) memory.chatOfMessage.clear();
	for (const id of face.messageIds) memory.chatOfMessage.set(id, chatId);
}

/** The one listed chat with the longest title that the label contains. */
function chatNamedBy(label: string | null, chats: readonly ChatReading[]): string | null {
	if (label === null) return null;
	const text = comparableTitle(label);
	const named = chats.filter(({ title }) => title !== '' && text.includes(comparableTitle(title)));
	const longest = Math.max(0, ...named.map(({ title }) => title.length));
	const best = named.filter(({ title }) => title.length === longest);
	return best.length === 1 ? (best[0]?.id ?? null) : null;
}
