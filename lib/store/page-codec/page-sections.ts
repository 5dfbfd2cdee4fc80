import type { Bytes } from '@/lib/vault/bytes';
import { ByteReader, PageFormatError } from './byte-reader';
import { placesLength, type SearchedTexts } from './searched-texts';
import { readText } from './text-column';

/** The first byte of a page. */
export const pageVersion = 1;

/** The parts of a page, of which only the texts are decoded. */
export interface PageSections {
	count: number;
	texts: SearchedTexts;
	placed: Bytes;
	/** See `block-column.ts`, `shared-columns.ts`, `own-columns.ts` and `difference-reader.ts`. */
	blocks: Bytes;
	shared: Bytes;
	own: Bytes;
	taken: Bytes;
}

/** Throws `PageFormatError` at another version or at lengths that do not fit together. */
export function readSections(bytes: Bytes): PageSections {
	const reader = new ByteReader(bytes);
	if (reader.byte() !== pageVersion) throw new PageFormatError('it is of another version');
	const count = reader.count();
	const texts = { narrow: readText(reader), wide: readText(reader) };
	const placed = reader.take(placesLength(count));
	const [blocks, shared] = [takeSection(reader), takeSection(reader)];
	const [own, taken] = [takeSection(reader), takeSection(reader)];
	if (!reader.isAtEnd) throw new PageFormatError('something follows it');
	return { count, texts, placed, blocks, shared, own, taken };
}

function takeSection(reader: ByteReader): Bytes {
	return reader.take(reader.count());
}
