/** What a person waits for: a message that arrives, a chat that opens, a bucket that goes. */
import type { BenchPage } from './bench-page.ts';
import type { CorpusOptions } from './cases.ts';
import { type EngineFigures, ofSize, ratioFigure } from './figures.ts';
import { inTurns } from './in-turns.ts';
import { Rounds } from './spread.ts';

/** Of 100,000 messages, as the goals have it; smaller corpora have smaller ones. */
const largeShare = 0.5;
const deletedShare = 0.1;

export async function measurePages(
	page: BenchPage,
	corpus: CorpusOptions,
	roundCount: number,
): Promise<EngineFigures> {
	const base = Math.min(corpus.count, 100_000);
	await page.run('fill', 'pages', corpus);
	await page.run('fillLargeChat', 'large', base * largeShare);
	const rounds = new Rounds();
	const cases = [
		() => page.run('capture', 'pages'),
		() => page.run('openLargeChat', 'large'),
		() => page.run('deleteBucket', 'delete', base * deletedShare),
		() => page.run('expireTenth', 'expire', { ...corpus, count: base }),
	];
	await inTurns(cases, roundCount, rounds);
	const line = (own: string, floor: readonly string[], target: number) =>
		ratioFigure(rounds, { own, floor, target });
	const figures: EngineFigures = {
		'one-captured-message': line('captureWhole', ['fonePut'], 1.5),
		'one-captured-message-put-alone': line('capturePut', ['fonePut'], 1.5),
		'open-large-chat': line('openLarge', ['ftwoReads'], 2),
		'delete-one-bucket': line('deleteBucket', ['fdelete', 'fcell'], 1.5),
		'expire-a-tenth': line('expireTenth', ['ftenth', 'fcellTenth'], 1.5),
	};
	return ofSize(figures, corpus.count);
}
