import { describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { smallCircle } from '../sites/scenarios/small-circle.ts';
import { useStube } from './use-stube.ts';

/** Enough that it is not gone in the blink of an eye: 12 MB. */
const oldRows = 3_000;

describe.each(browserNames)('in %s, a store of the version before', (browser) => {
	const stube = useStube(() => ({ browser, scenario: smallCircle(Date.now()) }));

	it('gives way to a new one, though the browser is killed in the middle of it', async () => {
		const page = await stube().openPage('try-cells');
		await page.evaluate(writeOldStore, oldRows);
		await stube().relaunch('kill');
		// The start that comes now meets the old store; how far it gets before this is chance.
		await stube().relaunch('kill');

		const inbox = await stube().openPopup();
		await stube().openSite('messenger');
		await inbox.waitForChats((chats) => chats.length === 2, {
			that: 'what the page shows is collected anew',
		});
		const left = await waitUntil(
			() => inbox.page.evaluate(readStore),
			({ format }) => format === 2,
			{ that: 'the store is of this version' },
		);
		expect(left.oldRows).toBe(0);
		await stube().relaunch();
		const reopened = await stube().openPopup();
		await reopened.waitForChats((chats) => chats.length === 2, { that: 'the chats are kept' });
	});
});

/** Runs in the browser: replaces the store by one as version 1 laid it out, under its own keys. */
async function writeOldStore(rows: number): Promise<void> {
	const done = <T>(request: IDBRequest<T>): Promise<T> =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	// Asked for in one breath: between the two, the background would make a store of its own.
	const deleted = done(indexedDB.deleteDatabase('stube'));
	const request = indexedDB.open('stube', 10);
	request.onupgradeneeded = () => {
		request.result.createObjectStore('kv');
		request.result.createObjectStore('tail');
	};
	const [database] = await Promise.all([done(request), deleted]);
	const transaction = database.transaction(['kv', 'tail'], 'readwrite');
	const kv = transaction.objectStore('kv');
	kv.put(1, 'format');
	kv.put(new Uint8Array(16), 'commit');
	for (const key of ['dir', 'view', 'device-envelope']) kv.put(new Uint8Array(1_052), key);
	const tail = transaction.objectStore('tail');
	for (let row = 0; row < rows; row += 1)
		tail.put(
			crypto.getRandomValues(new Uint8Array(4_096)),
			crypto.getRandomValues(new Uint8Array(16)),
		);
	await new Promise<void>((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error);
	});
	database.close();
}

/** Runs in the browser: the format, and how many rows are as long as those of version 1 were. */
async function readStore(): Promise<{ format: unknown; oldRows: number }> {
	const done = <T>(request: IDBRequest<T>): Promise<T> =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const database = await done(indexedDB.open('stube'));
	const transaction = database.transaction(['kv', 'tail']);
	const [format, tails] = await Promise.all([
		done(transaction.objectStore('kv').get('format')),
		done(transaction.objectStore('tail').getAll()),
	]);
	database.close();
	return { format, oldRows: tails.filter(({ length }) => length === 4_096).length };
}
