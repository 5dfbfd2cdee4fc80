import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const refused = [
	['lib/model.ts', "export * from './store/store';"],
	['lib/inbox/a.ts', "export * from '@/lib/networks/registry';"],
	['lib/inbox/a.ts', 'export const now = () => Date.now();'],
	['lib/inbox/a.ts', 'export const now = () => new Date();'],
	['lib/inbox/a.ts', 'export const chance = () => Math.random();'],
	['lib/inbox/a.ts', 'export const title = () => document.title;'],
	['lib/inbox/a.ts', 'export const id = () => crypto.randomUUID();'],
	['lib/vault/a.ts', "export * from '../store/store';"],
	['lib/vault/a.ts', "export { Dexie } from 'dexie';"],
	['lib/store/a.ts', "export * from '@/components/Mark';"],
	['lib/store/a.ts', 'export const subtle = () => crypto.subtle;'],
	['lib/cells/a.ts', "export * from '../store/store';"],
	['lib/cells/a.ts', "export * from '@/lib/vault/vault';"],
	['lib/unsealed/a.ts', "export * from '../store/store';"],
	['lib/unsealed/a.ts', "export * from '@/lib/inbox/sort';"],
	['lib/page/a.ts', "export * from '../cells/open-cells';"],
	['lib/networks/watch.ts', "export * from '@/lib/cells/open-cells';"],
	['lib/background/a.ts', "export * from '../page/hooks';"],
	['lib/background/a.ts', "export * from '../networks/whatsapp';"],
	['lib/background/a.ts', "export { Dexie } from 'dexie';"],
	['lib/background/a.ts', "export const ask = () => fetch('https://stube.example');"],
	['lib/page/a.ts', "export * from '../background/badge';"],
	['components/A.tsx', "export { browser } from 'wxt/browser';"],
	['components/A.tsx', "export * from '@/lib/store/store';"],
	['lib/networks/watch.ts', "export * from '@/lib/store/store';"],
	['lib/networks/time/a.ts', "export * from '@/lib/vault/vault';"],
	['lib/networks/whatsapp/chats.ts', "export * from '../messenger/chats';"],
	['lib/networks/instagram/chats.ts', "export * from '@/lib/vault/vault';"],
	['entrypoints/whatsapp.content.ts', "export * from '@/lib/store/store';"],
	['entrypoints/background.ts', "export * from '@/lib/vault/vault';"],
	['entrypoints/popup/main.tsx', "export * from '@/lib/background/badge';"],
	['test/e2e/a.test.ts', "export * from '@/lib/model';"],
	['test/demo/compare.ts', "export * from '../../lib/model.ts';"],
] as const;

const welcome = [
	['lib/inbox/a.ts', "export * from '../model';"],
	['lib/inbox/a.ts', 'export const day = (now: number) => new Date(now).getDate();'],
	['lib/store/a.ts', "export * from '../vault/vault';"],
	['lib/store/a.ts', "export * from '../cells/open-cells';"],
	['lib/cells/a.ts', "export * from '../vault/bytes';"],
	['lib/networks/messenger/rows.ts', "export * from './cells';"],
	['lib/networks/a.ts', "export * from '../messaging/tell-background';"],
	['components/A.tsx', "export * from '@/lib/networks/registry';"],
	['entrypoints/popup/a.ts', "export * from '@/lib/page/open-inbox';"],
] as const;

describe('who may import whom', () => {
	const house = mkdtempSync(join(tmpdir(), 'stube-rooms-'));
	let complaints = '';

	/** Each case in a file of its own: `a.ts` becomes `a-7.ts`. */
	const fileOf = (kind: string, file: string, index: number): string =>
		file
			.replace(/\/a\.ts$/u, `/a-${kind}-${index}.ts`)
			.replace(/\/A\.tsx$/u, `/A-${kind}-${index}.tsx`);

	beforeAll(() => {
		cpSync('biome.json', join(house, 'biome.json'));
		cpSync('test/lint', join(house, 'test/lint'), { recursive: true });
		for (const [kind, cases] of [
			['refused', refused],
			['welcome', welcome],
		] as const) {
			for (const [index, [file, line]] of cases.entries()) {
				const path = join(house, fileOf(kind, file, index));
				mkdirSync(dirname(path), { recursive: true });
				writeFileSync(path, `${line}\n`);
			}
		}
		const { stdout, stderr } = spawnSync(
			resolve('node_modules/.bin/biome'),
			['lint', '--max-diagnostics=none', '--colors=off', '.'],
			{ cwd: house, encoding: 'utf8' },
		);
		complaints = stdout + stderr;
	});
	afterAll(() => rmSync(house, { recursive: true }));

	/** Rules that spoke about one file. */
	const rulesAgainst = (path: string): string[] =>
		complaints
			.split('\n')
			.filter((line) => line.startsWith(`${path}:`))
			.map((line) => line.split(' ')[1] ?? '');

	it.each(refused.map((one, index) => [...one, index] as const))(
		'%s may not say %s',
		(file, _line, index) => {
			expect(rulesAgainst(fileOf('refused', file, index))).toContainEqual(
				expect.stringMatching(/noRestricted|^plugin/u),
			);
		},
	);

	it.each(welcome.map((one, index) => [...one, index] as const))(
		'%s may say %s',
		(file, _line, index) => {
			expect(rulesAgainst(fileOf('welcome', file, index))).toEqual([]);
		},
	);
});
