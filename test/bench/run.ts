/** `npm run bench -- NAME`: measures, prints, and keeps the results beside this file. */
import type { Benchmark, Figures } from './benchmark.ts';
import { readCommandLine } from './command-line.ts';
import { popupBenchmark } from './popup/benchmark.ts';
import { readerBenchmark } from './reader/benchmark.ts';
import { addFigures, readResults, tablesOf, writeResults } from './results.ts';
import { storeBenchmark } from './store/benchmark.ts';
import { vaultBenchmark } from './vault/benchmark.ts';

const benchmarks: Readonly<Record<string, Benchmark>> = {
	popup: popupBenchmark,
	reader: readerBenchmark,
	store: storeBenchmark,
	vault: vaultBenchmark,
};

try {
	const { names, values, isJson } = readCommandLine(process.argv.slice(2), benchmarks);
	for (const name of names) {
		const keep = (figures: Figures<unknown>): void => {
			// Read late: another may have been measured meanwhile.
			const results = readResults();
			addFigures(results, name, figures);
			writeResults(results, tablesOf(results, benchmarks));
		};
		const say = (text: string): void => console.error(text);
		keep((await benchmarks[name]?.measure(values, say, keep)) ?? {});
	}
	const results = readResults();
	const mine = Object.fromEntries(names.map((name) => [name, benchmarks[name]]));
	if (isJson) console.log(JSON.stringify(results, null, '\t'));
	else console.log(tablesOf(results, mine as typeof benchmarks).join('\n'));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
