/**
 * The encrypted store against what the browser itself takes for the same bytes: the
 * project's own store code on a page of the built extension, floors and peers in the same
 * run and in turns with it.
 */
import type { Benchmark, Figures } from '../benchmark.ts';
import { readResults } from '../results.ts';
import { BenchPage } from './bench-page.ts';
import type { CorpusOptions } from './cases.ts';
import type { Engine } from './engines.ts';
import { type EngineFigures, growthFigure, nameOf, usualSize } from './figures.ts';
import { inEngine } from './launch-engine.ts';
import { measureDisk } from './measure-disk.ts';
import { measurePages } from './measure-pages.ts';
import { measurePeers } from './measure-peers.ts';
import { measureText } from './measure-text.ts';
import { measureWrites } from './measure-writes.ts';
import { chooseStore, type Part, type Peer, storeOptions } from './options.ts';
import { storeTable } from './table.ts';

const seed = 7;

type Measure = (
	engine: Engine,
	corpus: CorpusOptions,
	rounds: number,
	peers: readonly Peer[],
) => Promise<EngineFigures>;

const measures: Record<Part, Measure> = {
	text: onPage(measureText),
	writes: onPage(measureWrites),
	pages: onPage(measurePages),
	disk: measureDisk,
	peers: measurePeers,
};

export const storeBenchmark: Benchmark<EngineFigures> = {
	options: storeOptions,
	async measure(values, say, keep) {
		const { engines, messages, parts, rounds, peers } = chooseStore(values);
		const figures: Figures<EngineFigures> = {};
		for (const engine of engines) {
			const known = readResults().store as Figures<EngineFigures> | undefined;
			const found: EngineFigures = { ...known?.[engine] };
			for (const count of messages) {
				for (const part of parts) {
					say(`${engine}, ${count} messages: ${part}…`);
					const start = performance.now();
					Object.assign(found, await measures[part](engine, { seed, count }, rounds, peers));
					say(`… took ${Math.round((performance.now() - start) / 1000)} s`);
					figures[engine] = { ...found, ...growthOf(found) };
					keep(figures);
				}
			}
		}
		return figures;
	},
	table: storeTable,
};

/** In a browser of its own, on the page of the extension that knows the store. */
function onPage(
	measure: (page: BenchPage, corpus: CorpusOptions, rounds: number) => Promise<EngineFigures>,
): Measure {
	return (engine, corpus, rounds) =>
		inEngine(engine, async (launched) => measure(await BenchPage.open(launched), corpus, rounds));
}

/** Lines that go through all messages, at ten times as many. */
const scanning = ['all-searchable', 'query-all-hits'];

function growthOf(figures: EngineFigures): EngineFigures {
	return Object.fromEntries(
		scanning.flatMap((name) => {
			const large = figures[nameOf(name, 10 * usualSize)];
			const growth = growthFigure(large, figures[name]);
			return growth ? [[`${name}-growth`, growth] as const] : [];
		}),
	);
}
