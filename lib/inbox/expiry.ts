import {
	type Chat,
	dayMs,
	type Lifespan,
	type Message,
	type Moment,
	type Preview,
	type Settings,
	type Timer,
} from '../model';
import { isKeptByChoice } from './own-flags';
import { isShorter, resolveTimer, type TimedChat } from './resolve-timer';
import { tombstoneMs } from './tombstones';

/** What of a message or a preview says when it goes. */
export type Copy = Pick<Message | Preview, 'sentAt' | 'firstSeenAt'> &
	Partial<Pick<Message, 'side' | 'readAt' | 'kept' | 'toStory'>>;

/** A story is there for so long, and so is what was answered to it. */
export const storyMs = dayMs;

/**
 * The second from which the clock of a copy runs: its early end if known, so that
 * a copy never outlives its message's time; else the late end; else first sight.
 */
export function clockStart(sentAt: Moment, firstSeenAt: number): number {
	return sentAt.from ?? sentAt.to ?? firstSeenAt;
}

/** When a copy is gone, in epoch ms; `null` while no timer applies. */
export function expiresAt(copy: Copy, lifespan: Lifespan): number | null {
	if (copy.kept) return null;
	const sentAt = clockStart(copy.sentAt, copy.firstSeenAt);
	const end = Math.min(
		endOf(sentAt, timerSinceSending(lifespan)),
		endOf(readAtOf(copy, sentAt), timerSinceReading(lifespan)),
		copy.toStory ? sentAt + storyMs : Number.POSITIVE_INFINITY,
	);
	return end === Number.POSITIVE_INFINITY ? null : end;
}

/** From `expiresAt` on, nothing may return the copy. */
export function isExpired(copy: Copy, lifespan: Lifespan, now: number): boolean {
	const end = expiresAt(copy, lifespan);
	return end !== null && end <= now;
}

export const timerSinceSending = (lifespan: Lifespan): Timer =>
	typeof lifespan === 'object' ? lifespan.sent : lifespan;

/** How long what one wrote oneself lives: it was read when it was sent. */
export const timerOfOwn = (lifespan: Lifespan): Timer => {
	const [sent, read] = [timerSinceSending(lifespan), timerSinceReading(lifespan)];
	return isShorter(sent, read) ? read : sent;
};

const timerSinceReading = (lifespan: Lifespan): Timer =>
	typeof lifespan === 'object' ? lifespan.read : 'off';

/** What one wrote oneself was read when it was sent; what nobody read has no clock yet. */
function readAtOf({ side, readAt }: Copy, sentAt: number): number {
	return side === 'mine' ? sentAt : (readAt ?? Number.POSITIVE_INFINITY);
}

function endOf(start: number, timer: Timer): number {
	return timer === 'off' ? Number.POSITIVE_INFINITY : start + timer;
}

/**
 * Whether a chat of which no copy is left goes with its name: once no page has shown it for
 * as long as its copies live, unless it is pinned. What is left of it then to refuse what its
 * page may still show goes after as long as a tombstone.
 */
export function isForgotten(
	chat: TimedChat & Pick<Chat, 'pinned' | 'own' | 'seenAt' | 'isGone'>,
	settings: Settings,
	now: number,
): boolean {
	if (chat.isGone) return chat.seenAt + tombstoneMs <= now;
	const { timer } = resolveTimer(chat, settings);
	if (timer === 'off' || chat.pinned === true) return false;
	if (isKeptByChoice(chat)) return false;
	return chat.seenAt + timer <= now;
}
