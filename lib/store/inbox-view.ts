import { isExpired, resolveTimer } from '@/lib/inbox/expiry';
import type { Chat, ChatRow, InboxView } from '@/lib/model';
import { countLive } from './due';
import type { Snapshot } from './snapshot';

/** The list as of `now`, newest chats first; no record is opened for it. */
export function buildInboxView(
	snapshot: Snapshot,
	now: number,
	unreadable: ReadonlySet<string>,
): InboxView {
	const { dir, view } = snapshot;
	const rows = newestFirst(dir.chats.values()).map((chat): ChatRow => {
		const { timer, timerFrom } = resolveTimer(chat, dir.settings);
		const preview = view.previews.get(chat.key) ?? null;
		const live = countLive(snapshot, chat.key, now, unreadable);
		return {
			chat: { ...chat },
			preview: preview && !isExpired(preview, timer, now) ? { ...preview } : null,
			timer,
			timerFrom,
			nextExpiryAt: live.nextExpiryAt,
			messageCount: live.messages,
		};
	});
	return { rows, settings: { ...dir.settings } };
}

/** By last activity as far as it is known; chats without any come last, lately seen ones first. */
export function newestFirst(chats: Iterable<Chat>): Chat[] {
	return [...chats].sort(
		(a, b) => activityAt(b) - activityAt(a) || b.seenAt - a.seenAt || (a.key < b.key ? -1 : 1),
	);
}

function activityAt({ lastActivity }: Chat): number {
	return lastActivity.to ?? lastActivity.from ?? Number.NEGATIVE_INFINITY;
}
