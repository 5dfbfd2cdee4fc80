import { tryTimelines } from '../timelines/try-timelines';
import { longPart } from './part';
import { partLimitMs } from './part-limit';

const parts = 4;
const runs = 100_000 / parts;

for (let part = 1; part <= parts; part += 1) {
	longPart(`expiry-timelines-${part}`, async (seed) => {
		const { steps } = await tryTimelines(runs, seed + part, partLimitMs);
		return { timelines: runs, steps };
	});
}
