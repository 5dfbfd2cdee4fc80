import type { CDPSession } from 'puppeteer-core';
import { serviceWorker } from './extension-page.ts';
import type { LaunchedBrowser } from './launch.ts';

/**
 * Which of these words the extension's pages and its worker hold, garbage aside; in Chromium,
 * which tells. None of the words comes near the browser, which would hold it from then on.
 */
export async function wordsInMemory(
	launched: LaunchedBrowser,
	words: readonly string[],
): Promise<string[]> {
	const pages = (await launched.browser.pages()).filter((page) =>
		page.url().startsWith(launched.extensionOrigin),
	);
	// An ended worker stays listed and answers nobody: this one is awake.
	await pages[0]?.evaluate('chrome.runtime.sendMessage({ protocol: "none" }).catch(() => null)');
	const { client } = await serviceWorker(launched);
	const heaps = [await heapOf(client)];
	for (const page of pages) heaps.push(await heapOf(await page.createCDPSession()));
	return words.filter((word) => heaps.some((heap) => heap.includes(word)));
}

/** A snapshot holds every string; joined ones in pieces, as they lie there. */
async function heapOf(session: CDPSession): Promise<string> {
	const chunks: string[] = [];
	const keep = ({ chunk }: { chunk: string }): void => {
		chunks.push(chunk);
	};
	session.on('HeapProfiler.addHeapSnapshotChunk', keep);
	await session.send('HeapProfiler.enable');
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
	session.off('HeapProfiler.addHeapSnapshotChunk', keep);
	return chunks.join('');
}
