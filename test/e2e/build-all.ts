import { buildExtension } from '../browser/builds.ts';
import { browserNames } from '../browser/find-browser.ts';

/** Before the first end-to-end test: every build that one of them loads. */
export async function setup(): Promise<void> {
	for (const browser of browserNames) {
		await buildExtension(browser, 'granted');
		await buildExtension(browser, 'real');
	}
}
