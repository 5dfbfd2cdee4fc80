import type { Chat, Message, Moment } from '../model';
import type { ReadMessage } from './identify-messages';
import { markOf, shortOf } from './tombstones';

/**
 * What a chat remembers of messages that were deleted here while others around them stay.
 * A message that its network names is known again by its key; any other by what it looks
 * like and one of its neighbours, so that an equal one elsewhere is another.
 */

const removedMark = 'removed:';
const minuteMs = 60_000;

/** The tombstone of a message that is deleted at `now`, of all of its chat by rank. */
export function removalOf(stored: readonly Message[], index: number, now: number): string {
	const { key = '', signature = '', sentAt } = stored[index] ?? {};
	const parts = [
		key,
		signature,
		stored[index - 1]?.signature ?? '',
		stored[index + 1]?.signature ?? '',
	];
	return `${removedMark}${parts.map(shortOf).join('.')}.${minuteOf(now, sentAt)}`;
}

/** The same of one that went when its clock from first reading ended: where it stood is not known. */
export function goneOnceRead(
	{ key, signature, sentAt }: Pick<Message, 'key' | 'signature' | 'sentAt'>,
	readAt: number,
): string {
	return `${removedMark}${shortOf(key)}.${shortOf(signature)}...${minuteOf(readAt, sentAt)}`;
}

/** The clock may be slow: what was there was sent by then. */
function minuteOf(at: number, sentAt?: Moment): string {
	return Math.floor(Math.max(at, sentAt?.from ?? 0) / minuteMs).toString(36);
}

export function isRemoval(mark: string): boolean {
	return mark.startsWith(removedMark);
}

/** A removal with its hashes replaced, where the chat has another key by now. */
export function renewedRemoval(mark: string, renewed: ReadonlyMap<string, string>): string {
	const parts = mark.slice(removedMark.length).split('.');
	return removedMark + parts.map((part) => renewed.get(part) ?? part).join('.');
}

/** The hashes by which a removal knows its message: key, signature, neighbours. */
export function hashesOf(mark: string): string[] {
	return mark.slice(removedMark.length).split('.').slice(0, 4);
}

interface Removal {
	mark: string;
	key: string;
	signature: string;
	before: string;
	after: string;
	/** The end of the minute in which it was deleted. */
	until: number;
}

/** For each message of a window the tombstone by which it was deleted here, or `null`. */
export function findRemoved(
	window: readonly ReadMessage[],
	tombstones: Chat['tombstones'],
): (string | null)[] {
	const left = tombstones.map(markOf).filter(isRemoval).map(parseRemoval);
	const found: (string | null)[] = window.map(() => null);
	if (left.length === 0) return found;
	const take = (index: number, removal: Removal): void => {
		found[index] = removal.mark;
		left.splice(left.indexOf(removal), 1);
	};
	window.forEach(({ isNamed, key }, index) => {
		const removal = isNamed && key && left.find((one) => one.key === shortOf(key));
		if (removal) take(index, removal);
	});
	// What stands beside one that was deleted has another neighbour in what is stored.
	for (let isAny = true; isAny; ) {
		isAny = false;
		window.forEach((read, index) => {
			if (found[index] !== null || read.isNamed) return;
			const removal = left.find((one) => isOf(one, window, found, index));
			if (!removal) return;
			take(index, removal);
			isAny = true;
		});
	}
	return found;
}

function parseRemoval(mark: string): Removal {
	const [key = '', signature = '', before = '', after = '', at = '0'] = mark
		.slice(removedMark.length)
		.split('.');
	return {
		...{ mark, key, signature, before, after },
		until: (Number.parseInt(at, 36) + 1) * minuteMs,
	};
}

function isOf(
	{ signature, before, after, until }: Removal,
	window: readonly ReadMessage[],
	found: readonly (string | null)[],
	index: number,
): boolean {
	const read = window[index];
	if (!read || shortOf(read.signature) !== signature) return false;
	if (read.reading.sentAt.from !== null && read.reading.sentAt.from >= until) return false;
	const isAnywhere = before === '' && after === '';
	return (
		isAnywhere ||
		neighbours(window, found, index, -1).includes(before) ||
		neighbours(window, found, index, 1).includes(after)
	);
}

/** What stands beside a message, and beside it but for what was deleted between. */
function neighbours(
	window: readonly ReadMessage[],
	found: readonly (string | null)[],
	index: number,
	step: 1 | -1,
): string[] {
	let other = index + step;
	const next = [shortAt(window, other)];
	while (found[other]) other += step;
	return [...next, shortAt(window, other)];
}

function shortAt(window: readonly ReadMessage[], index: number): string {
	return shortOf(window[index]?.signature ?? '');
}
