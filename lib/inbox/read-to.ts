import type { Chat, Moment } from '../model';
import { distanceMs, isBefore } from './better-moment';
import { isSame } from './changes';
import { isDaySwapped } from './swapped-day';

/** A page's clock and this device's may differ by so much without a message in between. */
const slackMs = 2 * 60_000;

type Times = Record<'shown' | 'newest' | 'listed', Moment | undefined>;

/**
 * How far a chat was read, now that its thread was shown: to the last message shown, or to
 * the activity that its list told by then, which a reaction moves without a message. The
 * chat itself where the page showed an older part of it.
 */
export function withThreadRead(
	chat: Chat,
	{ shown: drawn, newest, listed }: Times,
	isOrderSettled = false,
): Chat {
	// A guess at a time that is known the other way round.
	const isMisread = !isOrderSettled && drawn && newest && isDaySwapped(drawn, newest);
	const shown = isMisread ? newest : drawn;
	if (!shown || (newest && isBefore(shown, newest))) return chat;
	const { isBehind, ...read } = chat;
	const last = shown.to === null || (listed && isBefore(shown, listed)) ? listed : shown;
	const isBack =
		last &&
		read.readTo &&
		isBefore(last, read.readTo) &&
		!(isOrderSettled && isDaySwapped(last, read.readTo));
	const isFurther = last && last.to !== null && !isBack;
	if (isFurther && !isSame(last, read.readTo)) return { ...read, readTo: last };
	return isBehind ? read : chat;
}

/**
 * A chat that stands open and read in its own page: what its list tells of, like a reaction
 * far above, cannot be said to be unseen.
 */
export function withOpenRow(chat: Chat): Chat {
	const { readTo, lastActivity } = chat;
	return readTo
		? withThreadRead(chat, { shown: readTo, newest: undefined, listed: lastActivity })
		: chat;
}

/**
 * Whether something is newer than all that was read of a chat: its list told of a new line
 * that is unread, or of a time that is certainly later.
 */
export function isNewestUnseen({ isBehind, readTo, lastActivity }: Chat): boolean {
	return (
		isBehind === true ||
		(readTo !== undefined &&
			isBefore(readTo, lastActivity) &&
			distanceMs(readTo, lastActivity) > slackMs)
	);
}
