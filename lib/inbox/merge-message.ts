import type { Message, MessageReading } from '../model';
import { betterMoment } from './better-moment';

/**
 * A stored message after it was read again. What one reading does not tell or draw keeps
 * what is known; what its sender deleted loses its content here too, for good.
 */
export function mergeMessage(
	stored: Message,
	reading: Omit<MessageReading, 'id'>,
	isOrderSettled = false,
): Message {
	const side = reading.side === 'unknown' ? stored.side : reading.side;
	const sender = reading.sender ?? stored.sender;
	const sentAt = betterMoment(stored.sentAt, reading.sentAt, isOrderSettled);
	if (stored.deleted || reading.deleted) return emptied({ ...stored, side, sender, sentAt });
	return {
		...stored,
		side,
		sender,
		sentAt,
		kind: reading.kind === 'unsupported' ? stored.kind : reading.kind,
		...mergeText(stored, reading),
		// Once it is known what it quotes, its words go with that and do not come back.
		quote: stored.quoteOf ? stored.quote : (reading.quote ?? stored.quote),
		edited: stored.edited || reading.edited,
		reactions: reading.reactions,
		...(stored.toStory || reading.toStory ? { toStory: true } : {}),
	};
}

/** Its sender deleted it: only that it was there remains. */
export function emptied<Copy extends Omit<Message, 'key' | 'signature'>>(message: Copy): Copy {
	return {
		...message,
		kind: 'deleted',
		text: null,
		truncated: false,
		quote: null,
		edited: false,
		deleted: true,
		reactions: [],
	};
}

/** Text that was not drawn erases none, and a cut one does not replace a longer whole one. */
function mergeText(
	stored: Message,
	reading: Pick<Message, 'text' | 'truncated'>,
): Pick<Message, 'text' | 'truncated'> {
	const { text, truncated } = reading;
	const isCutOfKnown =
		truncated && !stored.truncated && (stored.text?.length ?? 0) >= (text?.length ?? 0);
	if (text === null || isCutOfKnown) return { text: stored.text, truncated: stored.truncated };
	return { text, truncated };
}
