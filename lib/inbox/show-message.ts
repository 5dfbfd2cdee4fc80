import type { Lifespan, Message, ShownMessage } from '../model';
import { expiresAt, timerSinceSending } from './expiry';

/**
 * A message as it may be shown at `now`, where it is not due itself: a quote goes with what it
 * quotes.
 */
export function showMessage(message: Message, lifespan: Lifespan, now: number): ShownMessage {
	const shown: ShownMessage = { ...message, expiresAt: expiresAt(message, lifespan) };
	const timer = timerSinceSending(lifespan);
	if (message.quoteOf === undefined || timer === 'off') return shown;
	return withoutDueQuote({ ...shown, quoteExpiresAt: message.quoteOf.startAt + timer }, now);
}

/** The same message where its quote is not due. */
export function withoutDueQuote(message: ShownMessage, now: number): ShownMessage {
	const { quote, quoteExpiresAt } = message;
	const isDue = quote !== null && quoteExpiresAt !== undefined && quoteExpiresAt <= now;
	return isDue ? { ...message, quote: null } : message;
}
