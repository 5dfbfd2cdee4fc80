import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const compressed = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;
const chunksIn = (text: string): string[] =>
	[...text.matchAll(/chunks\/([\w.-]+\.js)/gu)].map(([, name = '']) => name);

/** Compressed bytes of what people's pages and our own load, of a build that people get. */
export function measureSizes(build: string): Record<string, number> {
	const read = (name: string): string => readFileSync(join(build, name), 'utf8');
	const shared = new Set(chunksIn(read('background.js')));
	const loaded = new Set(chunksIn(read('popup.html')));
	const sum = (names: Iterable<string>): number =>
		[...names].reduce((total, name) => total + compressed(join(build, 'chunks', name)), 0);
	const scripts = globSync(join(build, 'content-scripts', '*.js')).sort();
	return {
		...Object.fromEntries(
			scripts.map((path) => [`reader-${basename(path, '.js')}`, compressed(path)]),
		),
		'popup-own': sum([...loaded].filter((name) => !shared.has(name))),
		'popup-shared': sum([...loaded].filter((name) => shared.has(name))),
	};
}
