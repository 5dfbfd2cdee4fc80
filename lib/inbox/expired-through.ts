import type { Chat, Lifespan, Message, Preview, Settings, Timer } from '../model';
import { isSame } from './changes';
import { timerOfOwn, timerSinceSending } from './expiry';
import { isShorter, resolveTimer, type TimedChat } from './resolve-timer';

/** What a chat remembers of earlier timers, see `Chat`. */
export type ExpiredThrough = Pick<Chat, 'expiredThrough' | 'ownExpiredThrough'>;

/** What an earlier timer took stays away under a longer one. */
export function wasExpired(
	{ sentAt, side }: Pick<Message | Preview, 'sentAt' | 'side'>,
	{ expiredThrough, ownExpiredThrough }: ExpiredThrough,
): boolean {
	const at = sentAt.from ?? sentAt.to;
	if (at === null) return false;
	const isUntil = (through = Number.NEGATIVE_INFINITY): boolean => at <= through;
	return isUntil(expiredThrough) || (side === 'mine' && isUntil(ownExpiredThrough));
}

/**
 * A chat's `ExpiredThrough` once other rules apply to it; only a timer that is longer, or no
 * longer runs from sending, moves it.
 */
export function expiredThroughAfter(
	before: TimedChat & ExpiredThrough,
	settingsBefore: Settings,
	after: TimedChat,
	settingsAfter: Settings,
	now: number,
): ExpiredThrough {
	const old = resolveTimer(before, settingsBefore).lifespan;
	const next = resolveTimer(after, settingsAfter).lifespan;
	const endOf = (timerOf: (lifespan: Lifespan) => Timer): number | null => {
		const timer = timerOf(old);
		return timer !== 'off' && isShorter(timerOf(next), timer) ? now - timer : null;
	};
	return withEnds(before, endOf(timerSinceSending), endOf(timerOfOwn));
}

/** Later of what is known; one's own apart only where more of it is past its time. */
function withEnds(
	known: ExpiredThrough,
	end: number | null,
	ownEnd: number | null,
): ExpiredThrough {
	const expiredThrough = laterOf(known.expiredThrough, end);
	const ownExpiredThrough = laterOf(known.ownExpiredThrough, ownEnd);
	const isMore = (ownExpiredThrough ?? 0) > (expiredThrough ?? 0);
	return {
		...(expiredThrough === undefined ? {} : { expiredThrough }),
		...(ownExpiredThrough === undefined || !isMore ? {} : { ownExpiredThrough }),
	};
}

function laterOf(known: number | undefined, at: number | null): number | undefined {
	return at === null ? known : Math.max(known ?? 0, at);
}

/** Chats and settings together after the user chose other timers: what `put` takes. */
export function retimeChats(
	chats: readonly Chat[],
	before: Settings,
	after: Settings,
	now: number,
): Chat[] {
	return chats.flatMap((chat) =>
		changed(chat, expiredThroughAfter(chat, before, chat, after, now)),
	);
}

/**
 * Chats after the clock was set back to `now`: what was past its time when it was later stays
 * away. What is sent from now on is not meant, however late the clock was; but what a chat had
 * by then, also where the clock is slow by now.
 */
export function refuseWhatWent(
	chats: readonly Chat[],
	settings: Settings,
	{ setBackFrom, now }: { setBackFrom: number; now: number },
): Chat[] {
	return chats.flatMap((chat) => {
		const { lifespan } = resolveTimer(chat, settings);
		const latest = Math.max(now, chat.lastActivity.from ?? 0, chat.readTo?.from ?? 0);
		const endOf = (timer: Timer): number | null =>
			timer === 'off' ? null : Math.min(setBackFrom - timer, latest);
		return changed(
			chat,
			withEnds(chat, endOf(timerSinceSending(lifespan)), endOf(timerOfOwn(lifespan))),
		);
	});
}

function changed(chat: Chat, through: ExpiredThrough): Chat[] {
	const { expiredThrough, ownExpiredThrough, ...rest } = chat;
	const after = { ...rest, ...through };
	return isSame(after, chat) ? [] : [after];
}
