import type { Chat, Message, Preview, Settings } from '../model';
import { timerSinceSending } from './expiry';
import { isShorter, resolveTimer, type TimedChat } from './resolve-timer';

/** What an earlier timer took stays away under a longer one, see `Chat.expiredThrough`. */
export function wasExpired(
	{ sentAt }: Pick<Message | Preview, 'sentAt'>,
	expiredThrough: number | null,
): boolean {
	const at = sentAt.from ?? sentAt.to;
	return expiredThrough !== null && at !== null && at <= expiredThrough;
}

/**
 * A chat's `expiredThrough` once other rules apply to it; only a timer that is longer, or no
 * longer runs from sending, moves it.
 */
export function expiredThroughAfter(
	before: TimedChat & Pick<Chat, 'expiredThrough'>,
	settingsBefore: Settings,
	after: TimedChat,
	settingsAfter: Settings,
	now: number,
): number | undefined {
	const old = timerSinceSending(resolveTimer(before, settingsBefore).lifespan);
	const next = timerSinceSending(resolveTimer(after, settingsAfter).lifespan);
	if (old === 'off' || !isShorter(next, old)) return before.expiredThrough;
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

/**
 * Chats after the clock was set back to `now`: what was past its time when it was later stays
 * away. What is sent from now on is not meant, however late the clock was.
 */
export function refuseWhatWent(
	chats: readonly Chat[],
	settings: Settings,
	{ setBackFrom, now }: { setBackFrom: number; now: number },
): Chat[] {
	return chats.flatMap((chat) => {
		const timer = timerSinceSending(resolveTimer(chat, settings).lifespan);
		if (timer === 'off') return [];
		const expiredThrough = Math.min(setBackFrom - timer, now);
		return expiredThrough <= (chat.expiredThrough ?? 0) ? [] : [{ ...chat, expiredThrough }];
	});
}
