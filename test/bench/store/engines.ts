import type { BrowserName } from '../../browser/find-browser.ts';

/** Where the store's rows can end up: two engines in one browser, one in the other. */
export const engines = {
	'chromium-leveldb': { browser: 'chromium', switches: [] },
	// Chromium's next one; new profiles get it by and by.
	'chromium-sqlite': {
		browser: 'chromium',
		switches: ['--enable-features=IdbSqliteBackingStore'],
	},
	firefox: { browser: 'firefox', switches: [] },
} as const satisfies Record<string, { browser: BrowserName; switches: readonly string[] }>;

export type Engine = keyof typeof engines;
export const engineNames = Object.keys(engines) as Engine[];
