import type { Lifespan, Message } from '../model';
import { clockStart, expiresAt } from './expiry';

/** What a reply knows of the message that it quotes. */
export type QuoteOf = NonNullable<Message['quoteOf']>;

/** What a reply is told of the message that it quotes, so that its words go with that. */
export function quoteOf(quoted: Message): QuoteOf {
	const { key, sentAt, firstSeenAt, side, readAt, kept } = quoted;
	const startAt = clockStart(sentAt, firstSeenAt);
	return {
		key,
		startAt,
		...(side === 'mine' ? { readAt: startAt } : readAt === undefined ? {} : { readAt }),
		...(kept ? { kept } : {}),
	};
}

/** When the words of a quote go: with what they are of; `null` while that stays. */
export function quoteExpiresAt({ startAt, ...quoted }: QuoteOf, lifespan: Lifespan): number | null {
	const sentAt = { from: startAt, to: startAt, precision: 'exact' } as const;
	return expiresAt({ ...quoted, sentAt, firstSeenAt: startAt }, lifespan);
}

/** Replies of a chat after what they quote was read or kept, or no longer is: those that change. */
export function requoted(known: readonly Message[], changed: readonly Message[]): Message[] {
	const quotes = new Map(changed.map((message) => [message.key, quoteOf(message)]));
	return known.flatMap((reply) => {
		const quoted = quotes.get(reply.quoteOf?.key ?? '');
		return quoted && reply.quote !== null ? [{ ...reply, quoteOf: quoted }] : [];
	});
}
