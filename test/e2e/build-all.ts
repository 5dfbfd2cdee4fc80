import { buildExtension } from '../browser/builds.ts';
import { browserNames } from '../browser/find-browser.ts';
import { prepareFirefoxProfile } from '../browser/launch-firefox.ts';

/** Before the first end-to-end test: every build that one of them loads, and a Firefox to copy. */
export async function setup(): Promise<void> {
	for (const browser of browserNames) {
		await buildExtension(browser, 'granted');
		await buildExtension(browser, 'real');
	}
	await prepareFirefoxProfile();
}
