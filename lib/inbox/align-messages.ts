import type { Message } from '../model';
import { alignSequences } from './align-sequences';
import type { ReadMessage } from './identify-messages';
import { canBecome, isAtSameMinute, likeness, match } from './likeness';
import { shortOf } from './tombstones';

/** Where a message as read stands: at a stored one, at one that expired here, or nowhere yet. */
export type Place = number | 'buried' | null;

/** From here on the neighbours of one changed message prove that it is the same. */
const provenScore = 4 * match;
/** A message that its network names, found by its key. */
const namedMatch = 3 * match;

/**
 * Finds which stored message each one of a window is: by key where its network names it,
 * else by its place among its neighbours. Equal texts stay apart.
 *
 * @param stored All of the chat, by rank.
 * @param buried Short signatures of what expired here, oldest first; taken to lie before all that is stored.
 * @param window In the order shown.
 */
export function alignMessages(
	stored: readonly Message[],
	buried: readonly string[],
	window: readonly ReadMessage[],
): Place[] {
	const byKey = new Map(stored.map(({ key }, index) => [key, index]));
	const places: Place[] = window.map(({ key, isNamed }) =>
		isNamed && key !== null ? (byKey.get(key) ?? null) : null,
	);
	const isOpen = window.some(
		({ isNamed, reading }, index) =>
			places[index] === null && (!isNamed || (buried.length > 0 && reading.sentAt.from === null)),
	);
	if (!isOpen) return places;

	const taken = new Set(places);
	const from = firstToCompare(stored, window, byKey);
	const found = alignByLikeness(stored.slice(from), asShown(buried, window), window).map((place) =>
		typeof place === 'number' ? place + from : place,
	);
	return found.map((place, index) => {
		if (places[index] !== null || window[index]?.isNamed) {
			return places[index] ?? (place === 'buried' ? place : null);
		}
		return taken.has(place) && place !== 'buried' ? null : place;
	});
}

/**
 * Where to begin in a long chat: well before the oldest message that only this window can
 * mean, and never later than some windows before the end. From the beginning, where there
 * is none.
 */
function firstToCompare(
	stored: readonly Message[],
	window: readonly ReadMessage[],
	byKey: ReadonlyMap<string, number>,
): number {
	const signatures = stored.map(({ signature }) => signature);
	const isRare = rareSignatures(
		signatures,
		window.map(({ signature }) => signature),
	);
	const bySignature = new Map(signatures.map((signature, index) => [signature, index]));
	const anchors = window.flatMap(({ key, isNamed, signature }) => {
		if (isNamed) return byKey.get(key ?? '') ?? [];
		return isRare(signature) ? (bySignature.get(signature) ?? []) : [];
	});
	if (anchors.length === 0) return 0;
	const margin = 2 * window.length;
	return Math.max(0, Math.min(...anchors, stored.length - margin) - margin);
}

function alignByLikeness(
	stored: readonly Message[],
	buried: readonly string[],
	window: readonly ReadMessage[],
): Place[] {
	const isRare = rareSignatures(
		[...buried, ...stored.map(({ signature }) => signature)],
		window.map(({ signature }) => signature),
	);
	const likenessAt = (place: number, index: number): number | null => {
		const read = window[index];
		if (!read) return null;
		const message = stored[place - buried.length];
		if (!message) return buriedLikeness(buried[place], read);
		if (read.isNamed) return read.key === message.key ? namedMatch : null;
		return likeness(message, read, isRare(read.signature));
	};
	const { places, score } = alignSequences({
		stored: buried.length + stored.length,
		window: window.length,
		likeness: likenessAt,
		// What expired with a time of its own leaves no tombstone: gaps may lie between any two.
		// What was deleted may be drawn as a line of its own, or not at all.
		isGapBefore: (place) =>
			place <= buried.length ||
			stored[place - buried.length]?.gapBefore === true ||
			stored[place - buried.length]?.deleted === true ||
			stored[place - buried.length - 1]?.deleted === true,
	});
	const found = places.map((place): Place => {
		if (place === null) return null;
		return place < buried.length ? 'buried' : place - buried.length;
	});
	if (score === 0 && buried.length === 0) return alignEnds(stored, window);
	// A short chat has few neighbours; shown from its first message on, a sure one is enough.
	const isFromStart = found[0] === 0;
	return score >= provenScore || isFromStart
		? withChanged(found, stored, window, { isOnlyAtEnd: score < provenScore })
		: found;
}

/** Signatures of what expired in full, where the window has them; what it does not show is no matter. */
function asShown(buried: readonly string[], window: readonly ReadMessage[]): string[] {
	const whole = new Map(window.map(({ signature }) => [shortOf(signature), signature]));
	return buried.map((short) => whole.get(short) ?? short);
}

/** Only a message whose own time does not decide can be taken for one that expired. */
function buriedLikeness(signature: string | undefined, read: ReadMessage): number | null {
	return signature === read.signature && read.reading.sentAt.from === null ? match : null;
}

/** A short thread shown from its beginning: what is equal there, and then at its end, is the same. */
function alignEnds(stored: readonly Message[], window: readonly ReadMessage[]): Place[] {
	const places: Place[] = window.map(() => null);
	const isEqual = (place: number, index: number): boolean => {
		const [message, read] = [stored[place], window[index]];
		return message && read && !read.isNamed
			? (likeness(message, read, false) ?? 0) >= match
			: false;
	};
	let start = isChangedFirst(stored[0], window[0]) ? 1 : 0;
	if (start > 0) places[0] = 0;
	while (isEqual(start, start)) {
		places[start] = start;
		start += 1;
	}
	const shift = stored.length - window.length;
	let end = window.length - 1;
	while (start > 0 && end >= start && end + shift >= start && isEqual(end + shift, end)) {
		places[end] = end + shift;
		end -= 1;
	}
	return places;
}

/** The first of a chat, changed where it stands. */
function isChangedFirst(message: Message | undefined, read: ReadMessage | undefined): boolean {
	return isChange(message, read) && message && read ? isAtSameMinute(message, read.reading) : false;
}

/** So many messages in a row may be changed between two readings and still be known. */
const mostChanged = 3;

/**
 * Messages that differ between two neighbours that are the same were changed, where there
 * are as many of them as were; so was the newest, where the page shows another right after the one before it.
 */
function withChanged(
	places: readonly Place[],
	stored: readonly Message[],
	window: readonly ReadMessage[],
	{ isOnlyAtEnd }: { isOnlyAtEnd: boolean },
): Place[] {
	const last = places.findLastIndex((place) => place !== null);
	return places.map((place, index) => {
		const changed = place === null && !isOnlyAtEnd ? changedRun(places, index) : null;
		const isRun = changed?.every(([at, read]) => isChange(stored[at], window[read]));
		if (isRun) return changed?.find(([, read]) => read === index)?.[0] ?? place;
		const before = places[index - 1];
		if (place !== null || typeof before !== 'number') return place;
		const isNewest = index === last + 1 && before === stored.length - 2;
		if (!isNewest) return place;
		const [message, read] = [stored[before + 1], window[index]];
		const isChanged = isChange(message, read);
		return isChanged && message && read && !isNotice(message, read) ? before + 1 : place;
	});
}

/** The run of unknown messages around one, each with the stored one in its place. */
function changedRun(places: readonly Place[], index: number): [at: number, read: number][] | null {
	let first = index;
	while (places[first - 1] === null) first -= 1;
	let last = index;
	while (places[last + 1] === null) last += 1;
	const [before, after] = [places[first - 1], places[last + 1]];
	const length = last - first + 1;
	if (typeof before !== 'number' || after !== before + length + 1) return null;
	if (length > mostChanged) return null;
	return Array.from({ length }, (_, step) => [before + 1 + step, first + step]);
}

function isChange(message: Message | undefined, read: ReadMessage | undefined): boolean {
	return message !== undefined && read !== undefined && !read.isNamed && canBecome(message, read);
}

/** A line of the page itself, as "Seen" is: a later one is another. */
function isNotice(message: Message, { reading }: ReadMessage): boolean {
	return message.kind === 'system' || reading.kind === 'system';
}

function rareSignatures(
	stored: readonly string[],
	window: readonly string[],
): (signature: string) => boolean {
	const [inStored, inWindow] = [counted(stored), counted(window)];
	return (signature) => (inStored.get(signature) ?? 0) <= 1 && (inWindow.get(signature) ?? 0) <= 1;
}

function counted(signatures: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const signature of signatures) counts.set(signature, (counts.get(signature) ?? 0) + 1);
	return counts;
}
