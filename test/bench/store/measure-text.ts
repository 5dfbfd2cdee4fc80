/** Reading: from sealed pages to text that is searched. */
import type { BenchPage } from './bench-page.ts';
import type { CorpusOptions } from './cases.ts';
import {
	bytesFigure,
	type EngineFigures,
	ofSize,
	ratioFigure,
	timeFigure,
	usualSize,
} from './figures.ts';
import { inTurns } from './in-turns.ts';
import { Rounds } from './spread.ts';

const database = 'bench';
/** Below this the floor of reading is so low that decrypting counts beside it. */
const lowReadMs = 60;

export async function measureText(
	page: BenchPage,
	corpus: CorpusOptions,
	roundCount: number,
): Promise<EngineFigures> {
	await page.run('fill', database, corpus);
	const expected = await page.run('flatten', corpus);
	const empty = await page.heapBytes();
	await page.run('load', database);
	const full = await page.heapBytes();
	const { characters = 1, ...found } = await page.run('found');
	if (found.common !== expected.common || found.rare !== expected.rare) {
		throw new Error(`Found ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}.`);
	}

	const rounds = new Rounds();
	const cases = [
		() => page.run('fread', database),
		() => page.run('load', database),
		() => page.run('query'),
		() => page.run('fcrypt', database),
		() => page.run('firstHits', database),
	];
	await inTurns(cases, roundCount, rounds);

	const isReadLow = rounds.spread('fread').median < lowReadMs;
	const figures: EngineFigures = {
		'all-searchable': isReadLow
			? ratioFigure(rounds, { own: 'load', floor: ['fread', 'fcrypt'], target: 1.1 })
			: ratioFigure(rounds, { own: 'load', floor: ['fread'], target: 1.2 }),
		'newest-50-hits': ratioFigure(rounds, {
			own: 'hitsSettled',
			floor: ['load'],
			target: corpus.count > usualSize ? 0.08 : 0.35,
		}),
		'first-50-hits': ratioFigure(rounds, { own: 'hitsShown', floor: ['load'], target: null }),
		'query-all-hits': ratioFigure(rounds, { own: 'queryAll', floor: ['fscan'], target: 1.1 }),
		'query-all-hits-of-a-rare-word': ratioFigure(rounds, {
			own: 'queryAllRare',
			floor: ['fscanRare'],
			target: 1.1,
		}),
		'query-newest-50': timeFigure(rounds, 'queryNewest', 0.5),
	};
	if (empty !== null && full !== null) {
		figures['heap-of-text'] = bytesFigure(full - empty, characters, 2.1);
	}
	return ofSize(figures, corpus.count);
}
