import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const security = readFileSync('SECURITY.md', 'utf8');
/** Everything that a reader could look for in the tests, with its quotation marks taken off. */
const tests = globSync('test/**/*.{test,long}.{ts,tsx}')
	.concat('test/store/behaviour.ts')
	.map((path) => readFileSync(path, 'utf8'))
	.join('\n')
	.replaceAll("\\'", "'");

it('SECURITY.md names only tests that there are', () => {
	const paths = [...security.matchAll(/`(test\/[^`\s]+)`/gu)].map(([, path = '']) => path);
	expect(paths.length).toBeGreaterThan(5);
	expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

it('SECURITY.md quotes their names word for word', () => {
	const names = [...security.matchAll(/“([^”]+)”/gu)].map(([, name = '']) => name);
	expect(names.length).toBeGreaterThan(3);
	expect(names.filter((name) => !tests.includes(name))).toEqual([]);
});
