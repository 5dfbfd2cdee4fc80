import { useEffect } from 'preact/hooks';
import { isUnread, unreadHere } from '@/lib/inbox/own-flags';
import type { ChatRow } from '@/lib/model';
import { readPatch } from './chat-action';
import type { ChatPatch } from './use-chat-actions';

/** A chat that stands open here is read here, and stays so while it does; its network is told nothing. */
export function useReadHere(
	row: ChatRow | null,
	now: number,
	onFlag: (patches: ChatPatch[]) => void,
): void {
	const isNews = row !== null && isUnread(unreadHere(row.chat, now));
	const chatKey = row?.chat.key;

	useEffect(() => {
		if (!row || !isNews) return;
		onFlag([{ chatKey: row.chat.key, patch: readPatch(row.chat) }]);
		// Once for what is new, not for each change of the row.
	}, [chatKey, isNews]);
}
