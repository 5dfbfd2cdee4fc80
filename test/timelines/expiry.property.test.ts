import { expect, test } from 'vitest';
import { tryTimelines } from './try-timelines';

const limitMs = 600_000;

test('whatever is captured, edited, retimed, kept, deleted and slept through, nothing due is read and nothing else is lost', {
	timeout: limitMs,
}, async () => {
	// The same ones each time: others are for `test:long`.
	const seed = Number(process.env.STUBE_SEED ?? 1);
	console.info(`STUBE_SEED=${seed}`);
	const runs = Number(process.env.STUBE_RUNS ?? 10_000);
	const { steps } = await tryTimelines(runs, seed, limitMs);
	expect(steps).toBeGreaterThan(runs);
});
