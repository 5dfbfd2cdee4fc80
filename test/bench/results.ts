/** The latest results, kept beside the benchmarks: as data, and as tables to read. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Benchmark, Figures, Measured } from './benchmark.ts';

/** Figures by benchmark; under `measured` by the same names when that was. */
export type Results = Record<string, Figures<unknown>> & {
	measured: Record<string, Record<string, Measured>>;
};

const dataPath = fileURLToPath(new URL('./RESULTS.json', import.meta.url));
const tablesPath = fileURLToPath(new URL('./RESULTS.md', import.meta.url));

export function readResults(): Results {
	const kept = existsSync(dataPath) ? JSON.parse(readFileSync(dataPath, 'utf8')) : {};
	return { measured: {}, ...kept };
}

/** What was not measured this time stays as it was. */
export function addFigures(results: Results, name: string, figures: Figures<unknown>): void {
	const measured = { on: new Date().toISOString().slice(0, 10), cores: cpus().length };
	results[name] = { ...results[name], ...figures };
	const times = Object.keys(figures).map((key) => [key, measured] as const);
	results.measured[name] = { ...results.measured[name], ...Object.fromEntries(times) };
}

export function tablesOf(
	results: Results,
	benchmarks: Readonly<Record<string, Benchmark>>,
): string[] {
	return Object.entries(benchmarks).flatMap(([name, { table }]) => {
		const figures = results[name];
		return figures ? [table(figures, results.measured[name] ?? {})] : [];
	});
}

export function writeResults(results: Results, tables: readonly string[]): void {
	writeFileSync(dataPath, `${JSON.stringify(results, null, '\t')}\n`);
	writeFileSync(tablesPath, `# Measured\n\n${tables.join('\n')}`);
}
