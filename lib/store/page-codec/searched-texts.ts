import type { Message } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
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

/** Both columns, the narrow one as UTF-8 already, and where each text stands. */
export function foldTexts(
	differences: DifferenceWriter,
	messages: readonly Pick<Message, 'text'>[],
): { narrow: Bytes; wide: string; placed: Bytes } {
	const placed = new Uint8Array(placesLength(messages.length));
	const narrow = new ByteWriter();
	let wide = '';
	for (const [index, { text }] of messages.entries()) {
		if (text === null) continue;
		const ifWide = differences.fold(text, narrow);
		if (ifWide === null) narrow.byte(textEnd.charCodeAt(0));
		else wide += ifWide + textEnd;
		const place = ifWide === null ? places.narrow : places.wide;
		placed[index >> 2] = (placed[index >> 2] ?? 0) | (place << (2 * (index & 3)));
	}
	return { narrow: narrow.finish(), wide, placed };
}

/** Which text is whose. */
export interface TextPlaces {
	/** How many messages have a text. */
	readonly count: number;
	/** A message's place among those that have a text, -1 if it has none. */
	ordinalOf(index: number): number;
	/** The folded text of a message, `null` if it has none. */
	textOf(index: number): string | null;
	/** The message whose text stands at a position. */
	messageAt(column: Column, position: number): number;
}

export function findPlaces(texts: SearchedTexts, placed: Bytes, count: number): TextPlaces {
	const owners = { narrow: [] as number[], wide: [] as number[] };
	const ends = { narrow: endsOf(texts.narrow), wide: endsOf(texts.wide) };
	const ordinals = new Int32Array(count).fill(-1);
	const inColumn = new Int32Array(count);
	let textCount = 0;
	for (let index = 0; index < count; index += 1) {
		const column = columnOf(placed, index);
		if (column === null) continue;
		ordinals[index] = textCount++;
		inColumn[index] = owners[column].push(index) - 1;
	}
	if (owners.narrow.length !== ends.narrow.length || owners.wide.length !== ends.wide.length) {
		throw new PageFormatError('texts and messages do not match');
	}
	return {
		count: textCount,
		ordinalOf: (index) => ordinals[index] ?? -1,
		textOf(index) {
			const column = columnOf(placed, index);
			if (column === null) return null;
			const place = inColumn[index] ?? 0;
			const start = place === 0 ? 0 : (ends[column][place - 1] ?? 0) + textEnd.length;
			return texts[column].slice(start, ends[column][place]);
		},
		messageAt(column, position) {
			const each = ends[column];
			let low = 0;
			let high = each.length;
			while (low < high) {
				const middle = (low + high) >> 1;
				if ((each[middle] ?? 0) < position) low = middle + 1;
				else high = middle;
			}
			return owners[column][low] ?? -1;
		},
	};
}

function columnOf(placed: Bytes, index: number): Column | null {
	const place = ((placed[index >> 2] ?? 0) >> (2 * (index & 3))) & 3;
	if (place === places.nowhere) return null;
	return place === places.narrow ? 'narrow' : 'wide';
}

function endsOf(joined: string): number[] {
	const ends: number[] = [];
	for (let at = joined.indexOf(textEnd); at >= 0; at = joined.indexOf(textEnd, at + 1)) {
		ends.push(at);
	}
	return ends;
}
