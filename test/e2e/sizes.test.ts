import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureSizes, popupChunks, sizeGoals } from '../bench/popup/sizes.ts';
import { buildExtension } from '../browser/builds.ts';
import { browserNames } from '../browser/find-browser.ts';

describe.each(browserNames)('the build that people get for %s', (browser) => {
	it('weighs no more on a page than is promised', async () => {
		const sizes = measureSizes(await buildExtension(browser, 'real'));
		const readers = ['reader-instagram', 'reader-messenger', 'reader-whatsapp'];
		expect(Object.keys(sizes)).toEqual([...readers, 'popup-own', 'popup-shared']);
		for (const reader of readers)
			expect(sizes[reader], reader).toBeLessThanOrEqual(sizeGoals.reader);
		expect(sizes['popup-own']).toBeLessThanOrEqual(sizeGoals.own);
	});

	it('has its database in a chunk that the popup shares with the background', async () => {
		const build = await buildExtension(browser, 'real');
		const { own, shared } = popupChunks(build);
		const isDatabase = (name: string): boolean =>
			readFileSync(join(build, 'chunks', name), 'utf8').includes('DexieError');
		expect(shared.some(isDatabase)).toBe(true);
		expect(own.some(isDatabase)).toBe(false);
	});
});
