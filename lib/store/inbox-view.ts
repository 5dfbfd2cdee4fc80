import { isExpired, isForgotten } from '@/lib/inbox/expiry';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Chat, ChatRow, InboxView } from '@/lib/model';
import type { Reading } from './access';
import { liveOf } from './live';
import { exactLiveOf } from './live-exact';
import type { LostPage } from './pages';

/** The list as of `now`, newest chats first; nothing is opened for it but what is partly due. */
export async function buildInboxView(
	reading: Reading,
	now: number,
	lost: ReadonlyMap<string, LostPage>,
): Promise<InboxView> {
	const { snapshot } = reading;
	const { chats, previews, settings } = snapshot.state;
	const shown = [...chats.values()].map(({ chat }) => chat).filter(({ isGone }) => !isGone);
	const ordered = newestFirst(shown);
	const rows = ordered.map(async (chat): Promise<ChatRow> => {
		const { timer, timerFrom, lifespan } = resolveTimer(chat, settings);
		const preview = previews.get(chat.key) ?? null;
		const live =
			liveOf(snapshot, chat.key, now, lost.values()) ?? (await exactLiveOf(reading, chat.key, now));
		return {
			chat: { ...chat },
			preview: preview && !isExpired(preview, lifespan, now) ? { ...preview } : null,
			timer,
			timerFrom,
			nextExpiryAt: live.nextExpiryAt,
			messageCount: live.messages,
		};
	});
	const standing = (await Promise.all(rows)).filter(
		(row) => hasCopy(row) || !isForgotten(row.chat, settings, now),
	);
	return { rows: standing, settings: { ...settings } };
}

/** A chat without any goes with its name, see `isForgotten`: at its second, whenever it is swept. */
function hasCopy({ messageCount, preview }: ChatRow): boolean {
	return messageCount > 0 || preview !== null;
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
