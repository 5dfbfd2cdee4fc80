import { type Chat, dayMs, type Message, type Moment, type Preview } from '../model';

/**
 * What a chat remembers of copies that expired and that a page may still show. A copy
 * whose own time the page shows needs none: that refuses it for ever. The clock of any
 * other ran from what was known at first sight, and would start anew. Each is a keyed hash
 * of eight bytes, and after an `@` the day when a page last showed what it is of.
 */

/** Kept per chat, newest last: more than a page draws of a thread at once. */
export const tombstoneLimit = 256;

/** Goes once no page has shown what it is of for so long. */
export const tombstoneMs = 90 * dayMs;

/** The day is set anew no more often than this. */
const stampEveryDays = 7;

/** Set those of a row's last line apart from those of messages. */
const previewMark = 'preview:';

/** Eight bytes of a hash, as base64url. */
export const shortOf = (hash: string): string => hash.slice(0, 11);

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
		marked.map(({ signature }) => shortOf(signature)),
	);
}

/** A chat's tombstones with others, oldest first. */
export function addTombstones(
	tombstones: Chat['tombstones'],
	more: readonly string[],
): Chat['tombstones'] {
	if (more.length === 0) return tombstones;
	return [...tombstones, ...more].slice(-tombstoneLimit);
}

/** The same of a row's last line. One that went by when it was read is not refused by its time. */
export function needsPreviewTombstone({ sentAt, readAt }: Pick<Preview, 'sentAt' | 'readAt'>) {
	return readAt !== undefined || needsTombstone(sentAt);
}

/** A chat's tombstones after its last line went; `signature` is the hash of its `previewId`. */
export function buryLine(tombstones: Chat['tombstones'], signature: string): Chat['tombstones'] {
	const tombstone = markOfPreview(signature);
	const others = tombstones.filter((known) => markOf(known) !== tombstone);
	return addTombstones(others, [tombstone]);
}

/** The tombstone of a row's last line; `signature` is the hash of its `previewId`. */
export function markOfPreview(signature: string): string {
	return previewMark + shortOf(signature);
}

/** Whether a row's last line expired here before. */
export function isPreviewBuried(tombstones: Chat['tombstones'], signature: string): boolean {
	const mark = markOfPreview(signature);
	return tombstones.some((known) => markOf(known) === mark);
}

/** Once a row shows another line, an equal one that comes later is a new one. */
export function forgetOtherPreviews(
	tombstones: Chat['tombstones'],
	signature: string,
): Chat['tombstones'] {
	const mark = markOfPreview(signature);
	const kept = tombstones.filter(
		(known) => !known.startsWith(previewMark) || markOf(known) === mark,
	);
	return kept.length === tombstones.length ? tombstones : kept;
}

/** Short signatures of buried messages, oldest first. */
export function buriedMessages(tombstones: Chat['tombstones']): string[] {
	return tombstones.filter((known) => !known.includes(':')).map(markOf);
}

/** A tombstone without its day; those of earlier versions were longer. */
export function markOf(tombstone: string): string {
	const [mark = ''] = tombstone.split('@');
	if (mark.startsWith(previewMark)) return markOfPreview(mark.slice(previewMark.length));
	return mark.includes(':') ? mark : shortOf(mark);
}

/** The same tombstone after its mark was hashed anew. */
export function withMark(tombstone: string, mark: string): string {
	const [, stamp] = tombstone.split('@');
	return stamp === undefined ? mark : `${mark}@${stamp}`;
}

/**
 * Tombstones as they are once a page was read: those of what it shows are known to be needed,
 * those of what no page has shown for long go. The same list where nothing changes.
 *
 * @param isShown Whether the page shows what has this mark.
 */
export function ageTombstones(
	tombstones: Chat['tombstones'],
	isShown: (mark: string) => boolean,
	now: number,
): Chat['tombstones'] {
	const today = Math.floor(now / dayMs);
	let isChanged = false;
	const aged = tombstones.flatMap((tombstone) => {
		const mark = markOf(tombstone);
		const [, stamp] = tombstone.split('@');
		const day = stamp === undefined ? null : Number.parseInt(stamp, 36);
		const isOld = day !== null && (day * dayMs + tombstoneMs <= now || Number.isNaN(day));
		const isStale = day === null || today - day >= stampEveryDays;
		if (isStale && (day === null || isShown(mark))) {
			isChanged = true;
			return [`${mark}@${today.toString(36)}`];
		}
		if (!isOld) return [tombstone];
		isChanged = true;
		return [];
	});
	return isChanged ? aged : tombstones;
}
