/** Bulk ingest, against packing, sealing and one transaction of the same bytes. */
import type { BenchPage } from './bench-page.ts';
import type { CorpusOptions } from './cases.ts';
import { type EngineFigures, ofSize, ratioFigure } from './figures.ts';
import { Rounds } from './spread.ts';

export async function measureWrites(
	page: BenchPage,
	corpus: CorpusOptions,
	roundCount: number,
): Promise<EngineFigures> {
	const rounds = new Rounds();
	for (let round = 0; round < roundCount; round += 1) {
		const packing = await page.run('ingestBesidePacking', 'ingest', corpus);
		rounds.add({ ...packing, ...(await page.run('fput', 'ingest')) });
	}
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
