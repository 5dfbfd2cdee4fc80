import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { partLimitMs } from './part-limit.ts';

/** The parts of `npm run test:long`; no part of `npm test`. */
export default defineConfig({
	plugins: [WxtVitest()],
	test: {
		name: 'long',
		include: ['test/long/**/*.long.ts'],
		globalSetup: ['test/e2e/build-all.ts'],
		fileParallelism: false,
		testTimeout: partLimitMs,
	},
});
