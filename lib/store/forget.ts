import { isForgotten } from '@/lib/inbox/expiry';
import type { Dir } from './dir';
import type { View } from './view';

/** The chats without those that end with their last copy, see `isForgotten`; `null` if all stay. */
export function forgetChats(dir: Dir, view: View, now: number): Dir | null {
	const chats = new Map(
		[...dir.chats].filter(([key, chat]) => {
			const isEmpty = !view.records.has(key) && !view.previews.has(key);
			return !(isEmpty && isForgotten(chat, dir.settings, now));
		}),
	);
	return chats.size < dir.chats.size ? { ...dir, chats } : null;
}
