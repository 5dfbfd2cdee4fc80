/** Bulk ingest, against packing, sealing and one transaction of the same bytes. */
import type { BenchPage } from './bench-page.ts';
import type { CorpusOptions } from './cases.ts';
import { type EngineFigures, ofSize, ratioFigure } from './figures.ts';
import { inTurns } from './in-turns.ts';
import { Rounds } from './spread.ts';

export async function measureWrites(
	page: BenchPage,
	corpus: CorpusOptions,
	roundCount: number,
): Promise<EngineFigures> {
	await page.run('fill', 'sizes', corpus);
	const rounds = new Rounds();
	const cases = [
		() => page.run('packAndSeal', corpus),
		() => page.run('fput', 'sizes'),
		() => page.run('fill', 'ingest', corpus),
	];
	await inTurns(cases, roundCount, rounds);
	const ingest = ratioFigure(rounds, {
		own: 'ingest',
		floor: ['pack', 'seal', 'fput'],
		target: 1.5,
	});
	const part = (own: string) =>
		ratioFigure(rounds, { own, floor: ['pack', 'seal', 'fput'], target: null });
	const figures: EngineFigures = {
		ingest,
		'ingest-pack': part('pack'),
		'ingest-seal': part('seal'),
		'ingest-put': part('fput'),
	};
	return ofSize(figures, corpus.count);
}
