import type { Chat, Message, Moment, Preview, Settings, Timer } from '../model';

/** Which timer applies to a chat, and why: the first source that has one decides. */
export function resolveTimer(
	chat: Pick<Chat, 'timer'>,
	settings: Settings,
): { timer: Timer; timerFrom: 'chat' | 'default' } {
	if (chat.timer !== undefined) return { timer: chat.timer, timerFrom: 'chat' };
	return { timer: settings.defaultTimer, timerFrom: 'default' };
}

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
