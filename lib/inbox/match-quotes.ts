import type { Message } from '../model';
import { clockStart } from './expiry';
import type { ReadMessage } from './identify-messages';
import { quoteOf } from './quote-expiry';

/**
 * Replies of a chat after it was looked which message each of them quotes: only those that
 * change. Pages show a quote as words, without an id: it is the latest message before the reply
 * that has these words. What is quoted and is not kept for its age, or was taken back, leaves
 * no words in the reply either. A quote that fits nothing is kept as it is, since nothing is
 * known of what it quotes.
 *
 * @param known All that is known of the chat after the window was merged, by rank.
 */
export function matchQuotes(known: readonly Message[], window: readonly ReadMessage[]): Message[] {
	const isOpen = (reply: Message) => reply.quote !== null && reply.quoteOf === undefined;
	const open = known.filter(isOpen);
	const texts = open.length > 0 ? textsOf(known) : [];
	const refused = open.length > 0 ? refusedIn(known, window) : [];
	const matched = open.flatMap((reply): Message[] => {
		const quoted = texts.findLast(
			({ message, text }) => message.rank < reply.rank && isQuoteOf(reply.quote, text),
		);
		if (quoted) return [{ ...reply, quoteOf: quoteOf(quoted.message) }];
		const gone = refused.findLast(({ text }) => isQuoteOf(reply.quote, text));
		return gone ? [{ ...reply, quote: null, quoteOf: gone.quoteOf }] : [];
	});
	return [...matched, ...withoutQuotesOf(known, (message) => message.deleted)];
}

/** Replies to messages that are taken away, without their words. */
export function withoutQuotesOf(
	known: readonly Message[],
	isGone: (message: Message) => boolean,
): Message[] {
	const gone = new Set(known.filter(isGone).map(({ key }) => key));
	if (gone.size === 0) return [];
	return known
		.filter(({ quote, quoteOf: quoted }) => quote !== null && quoted && gone.has(quoted.key))
		.map((reply) => ({ ...reply, quote: null }));
}

/** When the clock of the oldest message started of which a reply still has the words; none that is kept. */
export function firstQuoteOf(known: readonly Message[]): number | undefined {
	const starts = known.flatMap(({ quote, quoteOf: quoted }) =>
		quote !== null && quoted && !quoted.kept ? [quoted.startAt] : [],
	);
	return starts.length > 0 ? starts.reduce((a, b) => Math.min(a, b)) : undefined;
}

function textsOf(known: readonly Message[]): { message: Message; text: string }[] {
	return known.flatMap((message) =>
		message.text === null ? [] : [{ message, text: plain(message.text) }],
	);
}

/** What the page shows and is not kept: for its age, or since it was deleted here. */
function refusedIn(known: readonly Message[], window: readonly ReadMessage[]) {
	const kept = new Set(known.flatMap(({ key, signature }) => [key, signature]));
	return window.flatMap(({ key, signature, reading, firstSeenAt }) =>
		reading.text === null || kept.has(key ?? signature) || kept.has(signature)
			? []
			: [
					{
						text: plain(reading.text),
						quoteOf: { key: key ?? '', startAt: clockStart(reading.sentAt, firstSeenAt) },
					},
				],
	);
}

/** Some pages cut a long quote off. */
function isQuoteOf(quote: string | null, text: string): boolean {
	const words = plain(quote ?? '');
	const beginning = words.replace(/(?:…|\.{3})$/u, '').trimEnd();
	if (beginning === '') return false;
	return words === text || (beginning !== words && text.startsWith(beginning));
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
