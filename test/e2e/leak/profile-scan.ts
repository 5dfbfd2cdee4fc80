/** Looks for words in everything that a browser left in its profile. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import lz4 from 'lz4js';
import { type Needles, prepareBytes, prepareNeedles, wordsIn } from './search-bytes.ts';

export interface Find {
	word: string;
	file: string;
}

/**
 * What belongs to the messengers themselves, by path: their own storage and caches. The
 * rest of a profile may hold a word only if the extension, or the browser watching the
 * extension, put it there.
 */
const ofTheSites = [
	// Chromium
	/^Default\/IndexedDB\/https_/u,
	/^Default\/(Code )?Cache\//u,
	/^Default\/GPUCache\//u,
	// Firefox
	/^storage\/default\/https\+\+\+/u,
	/^cache2\//u,
];

/** Every file outside the sites' own storage that holds one of the words, in whatever coding. */
export function findWords(
	profile: string,
	words: readonly string[],
	isWanted: (file: string) => boolean = () => true,
): Find[] {
	return findNeedles(profile, prepareNeedles(words), isWanted);
}

/** Every file that holds one of these pieces of bytes, given and named by their hex. */
export function findBytes(profile: string, hexes: readonly string[]): Find[] {
	return findNeedles(profile, prepareBytes(hexes), () => true);
}

function findNeedles(
	profile: string,
	needles: Needles,
	isWanted: (file: string) => boolean,
): Find[] {
	return profileFiles(profile)
		.filter(isWanted)
		.flatMap((file) =>
			[...wordsIn(contentsOf(join(profile, file)), needles)].map((word) => ({ word, file })),
		);
}

/** Addresses of the extension's pages as they stand in the profile, without their origin. */
export function findAddresses(profile: string, origin: string): Find[] {
	const pattern = new RegExp(`${origin}/([\\w.#?&=%/-]*)`, 'gu');
	return profileFiles(profile).flatMap((file) => {
		const text = contentsOf(join(profile, file)).toString('latin1');
		// Two-byte text: drop the zero bytes and the same pattern finds it.
		const texts = [text, text.replaceAll('\0', '')];
		const words = texts.flatMap((one) => [...one.matchAll(pattern)].map((match) => match[1] ?? ''));
		return [...new Set(words)].map((word) => ({ word, file }));
	});
}

/** Files that only the extension's own calls write. */
export function isOfExtension(file: string, origin: string): boolean {
	const host = new URL(origin).hostname;
	return (
		file.includes(host) ||
		/^(Default\/)?(Local Extension Settings|browser-extension-data|storage-sync)/u.test(file)
	);
}

function profileFiles(profile: string): string[] {
	return readdirSync(profile, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(profile, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter((file) => !ofTheSites.some((pattern) => pattern.test(file)))
		.sort();
}

function contentsOf(path: string): Buffer {
	const bytes = readIfThere(path);
	return bytes.subarray(0, 8).toString('latin1') === 'mozLz40\0' ? decompressed(bytes) : bytes;
}

/** A running browser takes files away between listing and reading. */
function readIfThere(path: string): Buffer {
	try {
		return readFileSync(path);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
			return Buffer.alloc(0);
		throw error;
	}
}

/** Mozilla's own frame: eight bytes of name, the length in four, then one LZ4 block. */
function decompressed(bytes: Buffer): Buffer {
	const text = new Uint8Array(bytes.readUInt32LE(8));
	lz4.decompressBlock(bytes, text, 12, bytes.length - 12, 0);
	return Buffer.from(text.buffer);
}
