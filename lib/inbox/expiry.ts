import type { Chat, Message, Moment, Preview, Settings, Timer } from '../model';
import { isKeptByChoice } from './own-flags';
import { resolveTimer, type TimedChat } from './resolve-timer';
import { tombstoneMs } from './tombstones';

/**
 * The second from which the clock of a copy runs: its early end if known, so that
 * a copy never outlives its message's time; else the late end; else first sight.
 */
export function clockStart(sentAt: Moment, firstSeenAt: number): number {
	return sentAt.from ?? sentAt.to ?? firstSeenAt;
}

/** When a copy is gone, in epoch ms; `null` while no timer applies. */
export function expiresAt(
	copy: Pick<Message | Preview, 'sentAt' | 'firstSeenAt'>,
	timer: Timer,
): number | null {
	return timer === 'off' ? null : clockStart(copy.sentAt, copy.firstSeenAt) + timer;
}

/** From `expiresAt` on, nothing may return the copy. */
export function isExpired(
	copy: Pick<Message | Preview, 'sentAt' | 'firstSeenAt'>,
	timer: Timer,
	now: number,
): boolean {
	const end = expiresAt(copy, timer);
	return end !== null && end <= now;
}

/**
 * Whether a chat of which no copy is left goes with its name: once no page has shown it for
 * as long as its copies live, unless it is pinned. What is needed to refuse an expired message
 * that its page may still show keeps it longer; what is left of it then goes after as long.
 */
export function isForgotten(
	chat: TimedChat & Pick<Chat, 'pinned' | 'own' | 'seenAt' | 'tombstones' | 'isGone'>,
	settings: Settings,
	now: number,
): boolean {
	if (chat.isGone) return chat.seenAt + tombstoneMs <= now;
	const { timer } = resolveTimer(chat, settings);
	if (timer === 'off' || chat.pinned === true) return false;
	if (isKeptByChoice(chat)) return false;
	const idleMs = chat.tombstones.length > 0 ? Math.max(timer, tombstoneMs) : timer;
	return chat.seenAt + idleMs <= now;
}
