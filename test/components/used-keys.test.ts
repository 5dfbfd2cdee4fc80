import { globSync, readFileSync } from 'node:fs';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

interface Node {
	type: string;
	[name: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && 'type' in value;

/** Every part of a program, outermost first. */
function* partsOf(node: Node): Generator<Node> {
	yield node;
	for (const value of Object.values(node)) {
		for (const child of Array.isArray(value) ? value : [value]) {
			if (isNode(child)) yield* partsOf(child);
		}
	}
}

const programs = globSync('{components,entrypoints,lib}/**/*.{ts,tsx}', {
	exclude: ['entrypoints/{bench,bench-*,try-*}/**'],
}).map((path) => ({
	path,
	parts: [
		...partsOf(parseSync(path, readFileSync(path, 'utf8')).program as unknown as Node),
	] as Node[],
}));

const keys = (await parseMessagesFile('locales/en.yml'))
	.map(({ key }) => key.join('.'))
	// Those that browsers have of themselves.
	.filter((key) => !key.startsWith('@@'));

/** Texts that could name a key, and patterns of those that are put together. */
function findMentions(): { texts: Set<string>; patterns: RegExp[] } {
	const texts = new Set<string>();
	const patterns: RegExp[] = [];
	for (const part of programs.flatMap(({ parts }) => parts)) {
		if (part.type === 'Literal' && typeof part.value === 'string') texts.add(part.value);
		if (part.type !== 'TemplateLiteral') continue;
		const quasis = (part.quasis as { value: { cooked: string } }[]).map(
			({ value }) => value.cooked,
		);
		// Only one that begins with the name of a group can be a key.
		if (!/^[a-zA-Z]+\.$/u.test(quasis[0] ?? '')) continue;
		patterns.push(
			new RegExp(`^${quasis.map((text) => RegExp.escape(text)).join('[a-zA-Z]+')}$`, 'u'),
		);
	}
	return { texts, patterns };
}

/** What the manifest or the catalogue itself asks for. */
const manifest = readFileSync('wxt.config.ts', 'utf8');

describe('the catalogue', () => {
	it('has nothing that no view says', () => {
		const { texts, patterns } = findMentions();
		const unused = keys.filter(
			(key) =>
				!texts.has(key) &&
				!patterns.some((pattern) => pattern.test(key)) &&
				!manifest.includes(`__MSG_${key}__`),
		);
		expect(unused).toEqual([]);
	});

	it('has everything that the manifest asks for', () => {
		const asked = [...manifest.matchAll(/__MSG_(\w+)__/gu)].map(([, key]) => key);
		expect(asked.length).toBeGreaterThan(0);
		expect(keys).toEqual(expect.arrayContaining(asked));
	});

	it('is where every word comes from that is drawn', () => {
		const spoken = [
			'aria-label',
			'title',
			'placeholder',
			'alt',
			'aria-description',
			'label',
			'detail',
		];
		const hasWord = (text: unknown): boolean => typeof text === 'string' && /\p{L}/u.test(text);
		const found = programs.flatMap(({ path, parts }) =>
			parts.flatMap((part) => {
				if (part.type === 'JSXText') return hasWord(part.value) ? [`${path}: ${part.value}`] : [];
				if (part.type === 'JSXAttribute') {
					const { name } = part.name as { name: unknown };
					const value = part.value as { type: string; value?: unknown } | null;
					const isSaid = value?.type === 'Literal' && hasWord(value.value);
					return isSaid && spoken.includes(String(name)) ? [`${path}: ${value.value}`] : [];
				}
				if (part.type !== 'JSXElement' && part.type !== 'JSXFragment') return [];
				return (part.children as Node[]).flatMap(({ type, expression }) => {
					if (type !== 'JSXExpressionContainer' || !isNode(expression)) return [];
					const isSaid = expression.type === 'Literal' && hasWord(expression.value);
					return isSaid ? [`${path}: ${expression.value}`] : [];
				});
			}),
		);
		expect(found).toEqual([]);
	});
});
