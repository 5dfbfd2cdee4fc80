import { describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import { smallCircle } from '../sites/scenarios/small-circle.ts';
import { useStube } from './use-stube.ts';

describe.each(browserNames)('in %s, a store that another version wrote', (browser) => {
	const stube = useStube(() => ({ browser, scenario: smallCircle(Date.now()) }));

	it('is met with a sentence and left as it is', async () => {
		const inbox = await stube().openPopup();
		await stube().openSite('messenger');
		await inbox.waitForChats((chats) => chats.length === 2, { that: 'the chats are listed' });
		await inbox.page.evaluate(raiseVersions);
		await stube().relaunch();
		const popup = await stube().openPopup();
		await popup.page.waitForSelector('[data-problem="unknown-version"]');
		const words = await popup.page.evaluate(() => document.body.innerText);
		expect(words).toContain('This store was written by another version of Stube');
		expect(await popup.chats()).toEqual([]);
	});
});

/** Runs in the popup: every database of the extension gets a version nobody knows yet. */
async function raiseVersions(): Promise<void> {
	for (const { name, version } of await indexedDB.databases()) {
		if (!name) continue;
		await new Promise<void>((resolve, reject) => {
			const request = indexedDB.open(name, (version ?? 1) + 1_000);
			request.onsuccess = () => {
				request.result.close();
				resolve();
			};
			request.onerror = () => reject(request.error);
			// Other pages hold the database open until the browser ends; the upgrade waits for them.
			request.onblocked = () => reject(new Error('blocked'));
		});
	}
}
