import type { Chat, Message, Preview, Settings } from '../model';
import { resolveTimer, type TimedChat } from './resolve-timer';

/** What an earlier timer took stays away under a longer one, see `Chat.expiredThrough`. */
export function wasExpired(
	{ sentAt }: Pick<Message | Preview, 'sentAt'>,
	expiredThrough: number | null,
): boolean {
	const at = sentAt.from ?? sentAt.to;
	return expiredThrough !== null && at !== null && at <= expiredThrough;
}

/** A chat's `expiredThrough` once other rules apply to it; only a longer timer moves it. */
export function expiredThroughAfter(
	before: TimedChat & Pick<Chat, 'expiredThrough'>,
	settingsBefore: Settings,
	after: TimedChat,
	settingsAfter: Settings,
	now: number,
): number | undefined {
	const old = resolveTimer(before, settingsBefore).timer;
	const next = resolveTimer(after, settingsAfter).timer;
	const isLonger = old !== 'off' && (next === 'off' || next > old);
	if (!isLonger) return before.expiredThrough;
	return Math.max(before.expiredThrough ?? 0, now - old);
}

/** Chats and settings together after the user chose other timers: what `put` takes. */
export function retimeChats(
	chats: readonly Chat[],
	before: Settings,
	after: Settings,
	now: number,
): Chat[] {
	return chats.flatMap((chat) => {
		const expiredThrough = expiredThroughAfter(chat, before, chat, after, now);
		return expiredThrough === chat.expiredThrough ? [] : [{ ...chat, expiredThrough }];
	});
}
