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
		await inbox.page.evaluate(raiseFormat);
		await stube().relaunch();
		const popup = await stube().openPopup();
		await popup.page.waitForSelector('[data-problem="unknown-version"]');
		const words = await popup.page.evaluate(() => document.body.innerText);
		expect(words).toContain('This store was written by another version of Stube');
		expect(await popup.chats()).toEqual([]);
	});
});

/** Runs in the popup: the stored format gets a version that nobody knows yet. */
async function raiseFormat(): Promise<void> {
	for (const { name } of await indexedDB.databases()) {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(name ?? '');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		// The cells have a database of their own where files cannot be overwritten.
		if (!database.objectStoreNames.contains('kv')) {
			database.close();
			continue;
		}
		await new Promise<void>((resolve, reject) => {
			const transaction = database.transaction('kv', 'readwrite');
			transaction.objectStore('kv').put(3, 'format');
			transaction.oncomplete = () => resolve();
			transaction.onerror = () => reject(transaction.error);
		});
		database.close();
	}
}
