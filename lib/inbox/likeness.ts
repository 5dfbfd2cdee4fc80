import { hourMs, type Message } from '../model';
import { distanceMs, isPrecise } from './better-moment';
import type { ReadMessage } from './identify-messages';

/**
 * How far a message as read speaks for being a stored one, in hundredths of an ordinary
 * match; `null` if it cannot be it.
 */
export type Likeness = number | null;

/** Two messages that look the same: "ok" twice is common. */
export const match = 100;
/** A long text that occurs once on both sides, or an equal one in the same minute, is hardly another. */
const sureMatch = 300;
/** One of the two was not wholly drawn when it was read. */
const partialMatch = 50;
/** Says of itself that it was changed, or has the other's minute: it may stand where that stood. */
const possibleEdit = 0;

/** Long enough not to be said twice by chance. */
const longText = 12;
/**
 * Clock times of one message move by hours when the user travels and the page was not
 * drawn anew; by more than a travel can, it is another message.
 */
const travelMs = 15 * hourMs;

type Stored = Pick<
	Message,
	'side' | 'sender' | 'kind' | 'text' | 'truncated' | 'sentAt' | 'signature' | 'deleted'
>;

/** For messages that their network does not name. `isRare`: no other on either side looks like it. */
export function likeness(stored: Stored, read: ReadMessage, isRare: boolean): Likeness {
	const base = looks(stored, read, isRare);
	if (base === null) return null;
	const apart = distanceMs(stored.sentAt, read.reading.sentAt);
	if (apart === 0) return base;
	return apart > travelMs || base === possibleEdit ? null : base / 4;
}

function looks(stored: Stored, { reading, signature }: ReadMessage, isRare: boolean): Likeness {
	if (stored.signature === signature) {
		const isLong = (reading.text?.length ?? 0) >= longText;
		const isSameMinute = isPrecise(stored.sentAt) && isPrecise(reading.sentAt);
		return isRare && (isLong || isSameMinute) ? sureMatch : match;
	}
	if (!isCompatible(stored, reading)) return null;
	if (hasCompatibleText(stored, reading) && stored.deleted === reading.deleted) {
		return stored.text !== null && stored.text === reading.text ? match : partialMatch;
	}
	const saysSo = reading.edited || reading.deleted;
	return !stored.deleted && (saysSo || isAtSameMinute(stored, reading)) ? possibleEdit : null;
}

/**
 * Of messages without an id only the first below a separator has its minute (Instagram): two
 * that have the same one stand at one place, and one of them is what the other has become.
 * Nothing is lost if the first was taken back instead, and the next one drew its separator.
 */
export function isAtSameMinute(
	{ sentAt }: Pick<Stored, 'sentAt'>,
	reading: ReadMessage['reading'],
): boolean {
	return isPrecise(sentAt) && isPrecise(reading.sentAt) && distanceMs(sentAt, reading.sentAt) === 0;
}

/** Whether a message may be what a stored one has become, its text aside. */
export function canBecome(stored: Stored, { reading }: ReadMessage): boolean {
	return (
		isCompatible(stored, reading) &&
		!stored.deleted &&
		distanceMs(stored.sentAt, reading.sentAt) === 0
	);
}

/** Same side, sender and kind, as far as both readings tell. */
function isCompatible(stored: Stored, reading: ReadMessage['reading']): boolean {
	const { side, sender, kind } = reading;
	return (
		(stored.side === side || stored.side === 'unknown' || side === 'unknown') &&
		(stored.sender === sender || stored.sender === null || sender === null) &&
		(stored.kind === kind ||
			stored.kind === 'unsupported' ||
			kind === 'unsupported' ||
			reading.deleted)
	);
}

/** Equal, not drawn yet on one side, or the beginning of the other. */
function hasCompatibleText(stored: Stored, reading: ReadMessage['reading']): boolean {
	if (stored.text === null || reading.text === null) return true;
	if (stored.truncated && reading.text.startsWith(withoutEllipsis(stored.text))) return true;
	if (reading.truncated && stored.text.startsWith(withoutEllipsis(reading.text))) return true;
	return stored.text === reading.text;
}

function withoutEllipsis(text: string): string {
	return text.replace(/(?:…|\.{3})$/u, '').trimEnd();
}
