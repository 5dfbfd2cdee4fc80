import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { storeBenchmark } from '../bench/store/benchmark.ts';
import type { EngineFigures } from '../bench/store/figures.ts';
import { vaultBenchmark } from '../bench/vault/benchmark.ts';
import { buildExtension } from '../browser/builds.ts';
import { browserNames } from '../browser/find-browser.ts';
import { drawnEngine as engine } from './drawn-engine.ts';

describe.each(browserNames)('the build that people get for %s', (browser) => {
	it('has none of the benchmark in it', async () => {
		const files = readdirSync(await buildExtension(browser, 'real'), { recursive: true });
		expect(files.filter((file) => /bench|inspect/u.test(String(file)))).toEqual([]);
	});
});

describe(`the benchmark of the store on ${engine}`, () => {
	it('measures every line of its table, and finds what it searches for', async () => {
		const values = { engine, messages: '600', rounds: '1', part: 'text,writes,pages' };
		const figures = await storeBenchmark.measure(
			values,
			() => {},
			() => {},
		);
		const lines = Object.entries(figures[engine] as EngineFigures).filter(([name]) =>
			name.endsWith('-600'),
		);
		expect(lines.map(([name]) => name.replace(/-600$/u, ''))).toEqual(
			expect.arrayContaining([
				'all-searchable',
				'newest-50-hits',
				'query-all-hits',
				'query-newest-50',
				'ingest',
				'one-captured-message',
				'open-large-chat',
				'delete-one-bucket',
				'expire-a-tenth',
			]),
		);
		for (const [name, { ratio, ms, bytes }] of lines) {
			expect(ratio ?? ms, name).toBeGreaterThan(0);
			expect(ms ?? bytes, name).toBeGreaterThan(0);
		}
	});
});

describe('the benchmark of the vault', () => {
	it('measures every line of its table', async () => {
		const values = { browser: 'chromium', messages: '600', rounds: '1' };
		const figures = await vaultBenchmark.measure(
			values,
			() => {},
			() => {},
		);
		const lines = Object.entries(figures.chromium?.lines ?? {});
		expect(lines.length).toBe(8);
		for (const [name, { ms }] of lines) expect(ms, name).toBeGreaterThan(0);
	});
});
