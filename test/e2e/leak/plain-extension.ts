import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../browser/clean-up.ts';

/**
 * The control: an extension that does everything Stube must not. Its page keeps what it
 * is told in plain storage of every kind and in its own address and title.
 */
export function makePlainExtension(): string {
	const folder = makeTemporaryFolder('plain');
	const files = {
		'manifest.json': JSON.stringify({
			manifest_version: 3,
			name: 'Plain',
			version: '1',
			permissions: ['storage', 'unlimitedStorage'],
			background: { service_worker: 'background.js', scripts: ['background.js'] },
			browser_specific_settings: { gecko: { id: 'stube@stube.example' } },
		}),
		'background.js': '',
		'inbox.html': '<!doctype html><meta charset="utf-8"><title>Plain</title><input type="search">',
	};
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	return folder;
}

/** Runs in the control's page. */
export async function keepInPlain(words: string[]): Promise<void> {
	const { storage } =
		(globalThis as unknown as { browser?: Plain; chrome: Plain }).browser ??
		(globalThis as unknown as { chrome: Plain }).chrome;
	await storage.local.set({ words });
	localStorage.setItem('words', JSON.stringify(words));
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('plain', 1);
		request.onupgradeneeded = () => request.result.createObjectStore('words');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	await new Promise<void>((resolve, reject) => {
		const transaction = database.transaction('words', 'readwrite');
		for (const word of words) transaction.objectStore('words').put({ text: word }, word);
		transaction.oncomplete = () => resolve();
		transaction.onerror = () => reject(transaction.error);
	});
	database.close();
}

interface Plain {
	storage: { local: { set(items: object): Promise<void> } };
}
