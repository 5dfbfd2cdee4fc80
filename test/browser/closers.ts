import type { Browser } from 'puppeteer-core';
import { killTree } from './clean-up.ts';

/** The two ends of a browser's life; both resolve when its process is gone. */
export function closers(
	browser: Browser,
	processId: number,
	afterwards: () => Promise<void> = async () => {},
): { close(): Promise<void>; kill(): Promise<void> } {
	const child = browser.process();
	const gone = new Promise<void>((resolve) => {
		if (!child || child.exitCode !== null || child.signalCode !== null) resolve();
		else child.once('exit', () => resolve());
	});
	return {
		async close() {
			await browser.close();
			await gone;
			// Helpers that outlive the main process would still hold the profile.
			killTree(processId);
			await afterwards();
		},
		async kill() {
			killTree(processId);
			await gone;
			await browser.disconnect();
			await afterwards();
		},
	};
}
