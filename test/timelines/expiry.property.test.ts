import { expect, test } from 'vitest';
import { tryTimelines } from './try-timelines';

test('whatever is captured, edited, retimed, kept, deleted and slept through, nothing due is read and nothing else is lost', {
	timeout: 600_000,
}, async () => {
	// The same ones each time: others are for `test:long`.
	const seed = Number(process.env.STUBE_SEED ?? 1);
	console.info(`STUBE_SEED=${seed}`);
	const runs = Number(process.env.STUBE_RUNS ?? 10_000);
	const { steps } = await tryTimelines(runs, seed);
	expect(steps).toBeGreaterThan(runs);
});
