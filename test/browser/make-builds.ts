/** Makes what real browsers load and says what was made; for the test command. */
import { type BuildKind, buildExtension } from './builds.ts';
import { browserNames } from './find-browser.ts';

const kinds: readonly BuildKind[] = ['real', 'granted'];

for (const kind of kinds) {
	for (const browser of browserNames) {
		console.log(`${kind} build for ${browser}: ${await buildExtension(browser, kind)}`);
	}
}
