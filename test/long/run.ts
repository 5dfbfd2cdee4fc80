/**
 * `npm run test:long`: runs every part that has no result in this round, and writes down
 * each result as it comes, so that it may be stopped at any time and goes on where it was.
 * Words name the parts to run, by how their names begin. `--anew` begins another round,
 * `--seed` chooses what it tries.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { openRound, readResults } from './results.ts';

const { values, positionals } = parseArgs({
	options: { seed: { type: 'string' }, anew: { type: 'boolean', default: false } },
	allowPositionals: true,
});

const before = openRound(values.seed ? Number(values.seed) : null, values.anew);
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/long/vitest.config.ts'];
const { status } = spawnSync(process.execPath, vitest, {
	stdio: 'inherit',
	env: { ...process.env, STUBE_SEED: String(before.seed), STUBE_PARTS: positionals.join(' ') },
});
const { seed, done } = openRound(null, false);
const failed = done.filter((part) => readResults()[part]?.failure !== null);
console.log(`Round of seed ${seed}: ${done.length} parts done, ${failed.length} of them failed.`);
if (done.length === before.done.length) console.log('Nothing was left to run; see --anew.');
process.exitCode = status === 0 && failed.length === 0 ? 0 : 1;
