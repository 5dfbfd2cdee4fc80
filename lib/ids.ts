import type { Network } from './model';

/**
 * The only place that builds identities. Each returns the text that is then hashed
 * with the vault's identity key (HMAC-SHA-256, 16 bytes, base64url): none of them is
 * ever stored. Parts are joined with U+0000, which no part may contain.
 */

/** An identity's keyed hash: 16 bytes, base64url. */
export type Hash = (identity: string) => Promise<string>;

const join = (...parts: string[]): string =>
	parts.map((part) => part.replaceAll('\0', '\uFFFD')).join('\0');

export const accountId = (network: Network, account: string | null): string =>
	join('account', network, account ?? 'unknown');

/**
 * What stands for an account that its page does not tell: the first one, or one that came
 * after so many sign-outs. No network's own id has a slash.
 */
export const unknownAccount = (generation: number): string | null =>
	generation === 0 ? null : `unknown/${generation}`;

/** A chat that its network names: the same id from any tab or host is one chat. */
export const chatId = (network: Network, account: string | null, nativeId: string): string =>
	join('chat', network, account ?? 'unknown', nativeId);

/** A row whose network id is not known yet. */
export const provisionalChatId = (
	network: Network,
	account: string | null,
	provisionalId: string,
): string => join('row', network, account ?? 'unknown', provisionalId);

export const messageId = (chatKey: string, nativeId: string): string =>
	join('message', chatKey, nativeId);

/** A message without a network id: the n-th of equal ones in its chat. */
export const alignedMessageId = (chatKey: string, signature: string, ordinal: number): string =>
	join('aligned', chatKey, signature, String(ordinal));

/** What makes two messages without an id look alike. */
export const messageSignature = (
	chatKey: string,
	side: string,
	sender: string | null,
	kind: string,
	text: string | null,
): string => join('signature', chatKey, side, sender ?? '', kind, text ?? '');

/** The last line of a chat, as its list shows it. */
export const previewId = (chatKey: string, text: string): string => join('preview', chatKey, text);
