import type { Chat, Message, Moment } from '../model';

/**
 * What a chat remembers of copies that expired and that a page may still show. A copy
 * whose own time the page shows needs none: that refuses it for ever. The clock of any
 * other ran from what was known at first sight, and would start anew.
 */

/** Kept per chat, newest last: more than a page draws of a thread at once. */
export const tombstoneLimit = 256;

/** Sets the one of a row's last line apart from those of messages. */
const previewMark = 'preview:';

/**
 * Whether an expired copy might come back if the page showed it again. An interval is only
 * what one reading could tell: a page that was loaded anew, or sleeps, may tell a later one.
 */
export function needsTombstone(sentAt: Moment): boolean {
	return sentAt.from === null || sentAt.precision === 'interval';
}

/** A chat's tombstones after messages of it expired, given oldest first. */
export function buryMessages(
	tombstones: Chat['tombstones'],
	expired: readonly Pick<Message, 'sentAt' | 'signature'>[],
): Chat['tombstones'] {
	const marked = expired.filter(({ sentAt }) => needsTombstone(sentAt));
	return addTombstones(
		tombstones,
		marked.map(({ signature }) => signature),
	);
}

/** A chat's tombstones with those of messages of which only the signatures are left, oldest first. */
export function addTombstones(
	tombstones: Chat['tombstones'],
	signatures: readonly string[],
): Chat['tombstones'] {
	if (signatures.length === 0) return tombstones;
	return [...tombstones, ...signatures].slice(-tombstoneLimit);
}

/** A chat's tombstones after its preview expired; `signature` is the hash of its `previewId`. */
export function buryPreview(
	tombstones: Chat['tombstones'],
	expired: { sentAt: Moment },
	signature: string,
): Chat['tombstones'] {
	if (!needsTombstone(expired.sentAt)) return tombstones;
	const tombstone = markOfPreview(signature);
	return [...tombstones.filter((known) => known !== tombstone), tombstone].slice(-tombstoneLimit);
}

/** The tombstone of a row's last line; `signature` is the hash of its `previewId`. */
export function markOfPreview(signature: string): string {
	return previewMark + signature;
}

/** Whether a row's last line expired here before. */
export function isPreviewBuried(tombstones: Chat['tombstones'], signature: string): boolean {
	return tombstones.includes(markOfPreview(signature));
}

/** Once a row shows another line, an equal one that comes later is a new one. */
export function forgetOtherPreviews(
	tombstones: Chat['tombstones'],
	signature: string,
): Chat['tombstones'] {
	const kept = tombstones.filter(
		(known) => !known.startsWith(previewMark) || known === markOfPreview(signature),
	);
	return kept.length === tombstones.length ? tombstones : kept;
}

/** Signatures of buried messages, oldest first. */
export function buriedMessages(tombstones: Chat['tombstones']): string[] {
	return tombstones.filter((known) => !known.startsWith(previewMark));
}
