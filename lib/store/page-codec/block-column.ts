import type { Bytes } from '@/lib/vault/bytes';
import { ByteReader } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { readNumbers, writeNumbers } from './number-column';

/**
 * So many messages of a page stand together: whoever wants only the newest hits looks through
 * the newest blocks of all pages and not through whole pages.
 */
export const blockLength = 16;

export interface Block {
	/** How many characters of each column its texts take. */
	narrow: number;
	wide: number;
	/** The late end of when its newest message was sent. */
	newestAt: number;
}

export function packBlocks(blocks: readonly Block[]): Bytes {
	const writer = new ByteWriter();
	for (const { narrow, wide } of blocks) {
		writer.count(narrow);
		writer.count(wide);
	}
	writeNumbers(
		writer,
		blocks.map(({ newestAt }) => newestAt),
	);
	return writer.finish();
}

/** The blocks of a page by their number. */
export interface Blocks {
	readonly count: number;
	/** Where each ends in its column; the one before it ends where it begins. */
	readonly ends: { readonly narrow: Uint32Array; readonly wide: Uint32Array };
	/** The late end of when the newest message in it or in any block before it was sent. */
	readonly newestAt: Float64Array;
}

export function openBlocks(section: Bytes, messageCount: number): Blocks {
	const reader = new ByteReader(section);
	const count = Math.ceil(messageCount / blockLength);
	const narrow = new Uint32Array(count);
	const wide = new Uint32Array(count);
	for (let block = 0; block < count; block += 1) {
		narrow[block] = (narrow[block - 1] ?? 0) + reader.count();
		wide[block] = (wide[block - 1] ?? 0) + reader.count();
	}
	const newestAt = readNumbers(reader, count);
	for (let block = 1; block < count; block += 1) {
		newestAt[block] = Math.max(newestAt[block] ?? 0, newestAt[block - 1] ?? 0);
	}
	return { count, ends: { narrow, wide }, newestAt };
}
