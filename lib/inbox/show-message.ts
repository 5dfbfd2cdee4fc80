import type { Lifespan, Message, ShownMessage } from '../model';
import { expiresAt } from './expiry';
import { quoteExpiresAt } from './quote-expiry';

/**
 * A message as it may be shown at `now`, where it is not due itself: a quote goes with what it
 * quotes.
 */
export function showMessage(message: Message, lifespan: Lifespan, now: number): ShownMessage {
	const shown: ShownMessage = { ...message, expiresAt: expiresAt(message, lifespan) };
	const quoteEnd = message.quoteOf && quoteExpiresAt(message.quoteOf, lifespan);
	return quoteEnd ? withoutDueQuote({ ...shown, quoteExpiresAt: quoteEnd }, now) : shown;
}

/** The same message where its quote is not due. */
export function withoutDueQuote(message: ShownMessage, now: number): ShownMessage {
	const { quote, quoteExpiresAt: end } = message;
	const isDue = quote !== null && end !== undefined && end <= now;
	return isDue ? { ...message, quote: null } : message;
}
