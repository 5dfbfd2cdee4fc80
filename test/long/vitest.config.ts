import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** The parts of `npm run test:long`; no part of `npm test`. */
export default defineConfig({
	plugins: [WxtVitest()],
	test: {
		name: 'long',
		include: ['test/long/**/*.long.ts'],
		globalSetup: ['test/e2e/build-all.ts'],
		fileParallelism: false,
		testTimeout: 600_000,
	},
});
