import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes at most, compressed: of a reader, and of what the popup loads for itself. */
export const sizeGoals = { reader: 20_000, own: 60_000 } as const;

const compressed = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;
const chunksIn = (text: string): string[] =>
	[...text.matchAll(/chunks\/([\w.-]+\.js)/gu)].map(([, name = '']) => name);

/** Names of the chunks that the popup loads: for itself, and those that the background does too. */
export function popupChunks(build: string): { own: string[]; shared: string[] } {
	const read = (name: string): string => readFileSync(join(build, name), 'utf8');
	const background = new Set(chunksIn(read('background.js')));
	const loaded = [...new Set(chunksIn(read('popup.html')))];
	return {
		own: loaded.filter((name) => !background.has(name)),
		shared: loaded.filter((name) => background.has(name)),
	};
}

/** Compressed bytes of what people's pages and our own load, of a build that people get. */
export function measureSizes(build: string): Record<string, number> {
	const { own, shared } = popupChunks(build);
	const sum = (names: readonly string[]): number =>
		names.reduce((total, name) => total + compressed(join(build, 'chunks', name)), 0);
	const scripts = globSync(join(build, 'content-scripts', '*.js')).sort();
	return {
		...Object.fromEntries(
			scripts.map((path) => [`reader-${basename(path, '.js')}`, compressed(path)]),
		),
		'popup-own': sum(own),
		'popup-shared': sum(shared),
	};
}
