import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { LongFirst } from './test/long-first.ts';
import { testLimitMs } from './test/tell-in-time.ts';

/** Of both kinds at once, one more than there are cores: who waits for a browser leaves one to the others. */
const maxWorkers = availableParallelism() + 1;

export default defineConfig({
	test: {
		sequence: { sequencer: LongFirst },
		projects: [
			{
				plugins: [WxtVitest()],
				test: {
					name: 'unit',
					include: ['test/**/*.test.{ts,tsx}'],
					exclude: ['test/e2e/**'],
					maxWorkers,
					// How long a test takes says nothing about Stube where other work has the cores.
					testTimeout: testLimitMs,
					hookTimeout: 120_000,
				},
			},
			{
				test: {
					name: 'e2e',
					include: ['test/e2e/**/*.test.ts'],
					globalSetup: ['test/e2e/build-all.ts'],
					maxWorkers,
					testTimeout: testLimitMs,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
