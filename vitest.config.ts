import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { LongFirst } from './test/long-first.ts';
import { testLimitMs } from './test/tell-in-time.ts';

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
					// Vitest leaves one core free, which on two is half of them.
					maxWorkers: '100%',
					// How long a test takes says nothing about Stube where other work has the cores.
					testTimeout: testLimitMs,
					hookTimeout: 120_000,
					sequence: { groupOrder: 0 },
				},
			},
			{
				test: {
					name: 'e2e',
					include: ['test/e2e/**/*.test.ts'],
					globalSetup: ['test/e2e/build-all.ts'],
					// Two browsers at a time: each waits more than it works.
					maxWorkers: 2,
					testTimeout: 120_000,
					hookTimeout: 120_000,
					sequence: { groupOrder: 1 },
				},
			},
		],
	},
});
