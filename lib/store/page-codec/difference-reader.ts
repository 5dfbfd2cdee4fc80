import type { Bytes } from '@/lib/vault/bytes';
import { ByteReader, PageFormatError } from './byte-reader';
import { kinds, toSmall } from './difference-writer';
import { readTexts } from './text-column';

/** Gives texts back as they were before folding. */
export interface Differences {
	/** The text that was folded as the `ordinal`-th of its page. */
	unfold(ordinal: number, folded: string): string;
}

export function readDifferences(section: Bytes, textCount: number): Differences {
	const reader = new ByteReader(section);
	const count = reader.count();
	const lengths = readCounts(reader, count);
	const originals = readTexts(reader, count);
	const heads: number[] = [];
	const ends: number[] = [];
	for (let left = textCount; left > 0; left -= 1) {
		for (let own = reader.count(); own > 0; own -= 1) heads.push(reader.count());
		ends.push(heads.length);
	}
	if (!reader.isAtEnd) throw new PageFormatError('more texts were folded than there are');

	return {
		unfold(ordinal, folded) {
			let text = '';
			let at = 0;
			const end = ends[ordinal] ?? 0;
			for (let next = ends[ordinal - 1] ?? 0; next < end; next += 1) {
				const head = heads[next] ?? 0;
				const start = at + Math.floor(head / 2);
				text += folded.slice(at, start);
				if (head % 2 === kinds.capital) {
					text += String.fromCharCode(folded.charCodeAt(start) - toSmall);
					at = start + 1;
					continue;
				}
				next += 1;
				const place = heads[next] ?? 0;
				text += originals[place] ?? '';
				at = start + (lengths[place] ?? 0);
			}
			return text + folded.slice(at);
		},
	};
}

function readCounts(reader: ByteReader, length: number): number[] {
	const counts: number[] = [];
	for (let left = length; left > 0; left -= 1) counts.push(reader.count());
	return counts;
}
