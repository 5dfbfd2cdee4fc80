/** One part of `npm run test:long`: under ten minutes, from a seed, with counts to show. */
import { it } from 'vitest';
import { type Counts, isDone, keepResult } from './results.ts';

/**
 * Declares a part. Its name says what is tried and is unique. The seed comes from the
 * runner; the same seed tries the same again, as far as a real browser does. A part that
 * has its result already, or was not asked for, is skipped.
 */
export function longPart(part: string, run: (seed: number) => Promise<Counts>): void {
	const { STUBE_SEED = '1', STUBE_PARTS = '' } = process.env;
	const asked = STUBE_PARTS.split(' ').filter((start) => start !== '');
	const isAsked = asked.length === 0 || asked.some((start) => part.startsWith(start));

	it.skipIf(!isAsked || isDone(part))(part, async () => {
		const seed = Number(STUBE_SEED);
		const startedAt = Date.now();
		const keep = (counts: Counts | null, failure: string | null): void => {
			const seconds = Math.round((Date.now() - startedAt) / 1000);
			const date = new Date(startedAt).toISOString().slice(0, 10);
			keepResult({ part, seed, counts, failure, seconds, date });
		};
		try {
			keep(await run(seed), null);
		} catch (error) {
			keep(null, String(error).split('\n')[0] ?? 'failed');
			throw error;
		}
	});
}
