import type { Message } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import { type Block, blockLength } from './block-column';
import { PageFormatError } from './byte-reader';
import { ByteWriter } from './byte-writer';
import type { DifferenceWriter } from './difference-writer';

/**
 * The texts of a page as they are searched: folded, one after the other in the order of the
 * messages, those whose characters all take one byte in memory apart from the others.
 */
export interface SearchedTexts {
	narrow: string;
	wide: string;
}
export type Column = keyof SearchedTexts;

/**
 * Ends each text. Folding leaves no capital, neither in a text nor in what is searched for,
 * so nothing that is found reaches from one message into the next.
 */
export const textEnd = 'X';

/** Where a message's text stands, two bits each. */
const places = { nowhere: 0, narrow: 1, wide: 2 } as const;

export function placesLength(count: number): number {
	return Math.ceil(count / 4);
}

export interface FoldedTexts {
	/** As UTF-8. */
	narrow: Bytes;
	wide: string;
	/** Where each text stands. */
	placed: Bytes;
	blocks: Block[];
}

/** What is searched of a page. */
export function foldTexts(
	differences: DifferenceWriter,
	messages: readonly Pick<Message, 'text' | 'sentAt' | 'firstSeenAt'>[],
): FoldedTexts {
	const placed = new Uint8Array(placesLength(messages.length));
	const narrow = new ByteWriter();
	let wide = '';
	const blocks: Block[] = [];
	let block: Block = { narrow: 0, wide: 0, newestAt: 0 };
	for (const [index, { text, sentAt, firstSeenAt }] of messages.entries()) {
		const latestAt = sentAt.to ?? sentAt.from ?? firstSeenAt;
		if (index % blockLength === 0) {
			block = { narrow: 0, wide: 0, newestAt: latestAt };
			blocks.push(block);
		}
		block.newestAt = Math.max(block.newestAt, latestAt);
		if (text === null) continue;
		const folded = differences.fold(text, narrow);
		const isWide = typeof folded === 'string';
		if (isWide) {
			wide += folded + textEnd;
			block.wide += folded.length + textEnd.length;
		} else {
			narrow.byte(textEnd.charCodeAt(0));
			block.narrow += folded + textEnd.length;
		}
		const place = isWide ? places.wide : places.narrow;
		placed[index >> 2] = (placed[index >> 2] ?? 0) | (place << (2 * (index & 3)));
	}
	return { narrow: narrow.finish(), wide, placed, blocks };
}

/** Which text is whose. */
export interface TextPlaces {
	/** How many messages have a text. */
	readonly count: number;
	/** A message's place among those that have a text. */
	ordinalOf(index: number): number;
	/** The folded text of a message, `null` if it has none. */
	textOf(index: number): string | null;
	/** The message whose text stands at a position. */
	messageAt(column: Column, position: number): number;
}

interface Owned {
	/** Where each text ends, ascending. */
	ends: Uint32Array;
	/** Whose each is, ascending. */
	owners: Uint32Array;
}

export function findPlaces(texts: SearchedTexts, placed: Bytes, count: number): TextPlaces {
	const owned = {
		narrow: findOwners(texts.narrow, ownersIn(places.narrow, placed, count)),
		wide: findOwners(texts.wide, ownersIn(places.wide, placed, count)),
	};
	return {
		count: owned.narrow.owners.length + owned.wide.owners.length,
		ordinalOf: (index) =>
			firstFrom(owned.narrow.owners, index) + firstFrom(owned.wide.owners, index),
		textOf(index) {
			const column = columnOf(placed, index);
			if (column === null) return null;
			const { ends, owners } = owned[column];
			const place = firstFrom(owners, index);
			const start = place === 0 ? 0 : (ends[place - 1] ?? 0) + textEnd.length;
			return texts[column].slice(start, ends[place]);
		},
		messageAt(column, position) {
			const { ends, owners } = owned[column];
			return owners[firstFrom(ends, position)] ?? -1;
		},
	};
}

/** The place of the first that is not less, by bisection. */
function firstFrom(ascending: Uint32Array, least: number): number {
	let low = 0;
	let high = ascending.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ascending[middle] ?? 0) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}

function columnOf(placed: Bytes, index: number): Column | null {
	const place = placeOf(placed, index);
	if (place === places.nowhere) return null;
	return place === places.narrow ? 'narrow' : 'wide';
}

function placeOf(placed: Bytes, index: number): number {
	return ((placed[index >> 2] ?? 0) >> (2 * (index & 3))) & 3;
}

function ownersIn(place: number, placed: Bytes, count: number): Uint32Array {
	const owners = new Uint32Array(count);
	let found = 0;
	for (let index = 0; index < count; index += 1) {
		if (placeOf(placed, index) === place) owners[found++] = index;
	}
	return owners.slice(0, found);
}

function findOwners(joined: string, owners: Uint32Array): Owned {
	const ends = new Uint32Array(owners.length);
	let found = 0;
	for (let at = joined.indexOf(textEnd); at >= 0; at = joined.indexOf(textEnd, at + 1)) {
		ends[found++] = at;
	}
	if (found !== owners.length) throw new PageFormatError('texts and messages do not match');
	return { ends, owners };
}
