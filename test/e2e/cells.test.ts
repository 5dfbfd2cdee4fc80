import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { stopBackground } from '../browser/background.ts';
import {
	type CellRef,
	type Cells,
	cellsOfAwakeBackground,
	cellsOfBackground,
	cellsOfPage,
	openCellsPage,
} from '../browser/cells.ts';
import { serviceWorker } from '../browser/extension-page.ts';
import { browserNames } from '../browser/find-browser.ts';
import type { Stube } from '../browser/stube.ts';
import { waitUntil } from '../browser/wait-until.ts';
import type { Scenario } from '../sites/scenario.ts';
import { useStube } from './use-stube.ts';

const nobody: Scenario = {
	seed: 1,
	language: 'en',
	people: [],
	accounts: [],
	chats: [],
	events: [],
};

describe.each(browserNames)('cells in %s', (browser) => {
	const stube = useStube(() => ({ browser, scenario: nobody }));
	let page: Page;
	beforeAll(async () => {
		page = await openCellsPage(stube().launched);
	});
	const inPage = (name: string): Cells => cellsOfPage(page, name);
	const inBackground = (name: string): Cells => cellsOfBackground(stube().launched, page, name);

	it('are overwritten in place by any context, and every other sees it', async () => {
		const [here, there] = [inPage('shared'), inBackground('shared')];
		expect(await here.refs()).toEqual([]);
		await there.grow(103);
		expect(await there.kind()).toBe('effaceable');
		const refs = await here.refs();
		expect(refs).toHaveLength(204);
		const secrets = await here.read(refs);
		expect(new Set(secrets).size).toBe(204);
		expect(await there.read(refs)).toEqual(secrets);

		await there.efface(refs.slice(0, 2));
		expect((await here.read(refs)).slice(0, 3)).toEqual([null, null, secrets[2]]);
		await here.efface(refs.slice(2, 3));
		expect((await there.read(refs)).slice(2, 4)).toEqual([null, secrets[3]]);
		await here.effaceAll();
		expect((await there.read(refs)).every((secret) => secret === null)).toBe(true);
		expect(await there.refs()).toHaveLength(204);
	});

	it('have one writer at a time: the second waits', async () => {
		const cells = inBackground('waiting');
		const [first] = await grown(cells, 1);
		await page.evaluate(holdLock, 'cells of waiting');
		let isDone = false;
		const effaced = cells.efface([first]).then(() => {
			isDone = true;
		});
		await waitUntil(
			() => page.evaluate(waitingFor, 'cells of waiting'),
			(count) => count === 1,
			{ that: 'the second writer waits' },
		);
		expect(isDone).toBe(false);
		expect(await inPage('waiting').read([first])).not.toEqual([null]);
		await page.evaluate(releaseLock);
		await effaced;
		expect(await inPage('waiting').read([first])).toEqual([null]);
	});

	it('are read once more when they were written just as they were read', async () => {
		const cells = inPage('retried');
		const [first, second] = await grown(cells, 2);
		const [, kept] = await cells.read([first, second]);
		await page.evaluate(effaceBetween, 'retried', first);
		expect(await cells.read([first, second])).toEqual([null, kept]);
		// Firefox reads what stands there now; Chromium refuses, or this would have tried nothing.
		const refused = await page.evaluate(() => Reflect.get(globalThis, 'refusedReads') as number);
		expect(refused > 0).toBe(browser === 'chromium');
	});

	it('take whatever several writers and readers ask for at once', async () => {
		const [here, there] = [inPage('busy'), inBackground('busy')];
		await grown(here, 1);
		const refs = await here.refs();
		const halves = [refs.slice(0, 60), refs.slice(40, 100)];
		await Promise.all([
			...[0, 1, 2].map((n) => here.efface(refs.slice(n * 20, n * 20 + 20))),
			...halves.map((half) => there.efface(half)),
			here.grow(200),
			there.grow(150),
			...[1, 2, 3].map(() => there.read(refs)),
		]);
		const secrets = await here.read(refs);
		expect(secrets.slice(0, 100).every((secret) => secret === null)).toBe(true);
		expect(secrets.slice(100).every((secret) => secret !== null)).toBe(true);
		const now = await there.refs();
		expect(now).toHaveLength(204);
		// Asked for twice, overwritten once.
		expect(now.slice(40, 60).map(({ generation }) => generation)).toEqual(Array(20).fill(2));
	});

	it('lose nothing when the background is stopped while it effaces', async () => {
		// A worker that is told something while it is being stopped may take 90 s to come up
		// again (Chromium 156, 2026-11), so it is not woken for what it is asked here.
		const cells = await cellsOfAwakeBackground(stube().launched, page, 'stopped');
		const [first, second] = await grown(cells, 2);
		const [, kept] = await cells.read([first, second]);
		const asked = cells.efface([first]).catch(() => undefined);
		await stopBackground(stube().launched);
		await Promise.race([asked, inPage('stopped').refs()]);
		await inPage('stopped').efface([first]);
		expect(await inPage('stopped').read([first, second])).toEqual([null, kept]);
	});

	it('are not touched for a page that is no page of ours', async () => {
		const [first] = await grown(inBackground('guarded'), 1);
		stube().server.setPortal('web.whatsapp.com', { status: 200, html: '<p>Anyone</p>' });
		const site = await stube().launched.browser.newPage();
		await site.goto('https://web.whatsapp.com/');
		// So that there is somebody to hear it.
		await inBackground('guarded').grow(103);
		const request = { name: 'guarded', change: { change: 'efface', refs: [first] } };
		const answer = await page.evaluate(tellFromTab, site.url(), {
			protocol: 'cells',
			request,
		});
		expect(answer).toEqual(
			browser === 'chromium' ? { done: false, reason: 'refused' } : expect.any(String),
		);
		await site.close();
		expect(await inPage('guarded').read([first])).not.toEqual([null]);
	});

	it('without a file system of their own are kept as rows, and say so ever after', async () => {
		const bare = await openCellsPage(stube().launched);
		await bare.evaluate(takeFileSystemAway);
		const cells = cellsOfPage(bare, 'rows');
		const [first, second] = await grown(cells, 2);
		expect(await cells.kind()).toBe('deletable');
		const [, kept] = await cells.read([first, second]);
		await cells.efface([first]);
		expect(await cells.read([first, second])).toEqual([null, kept]);
		expect(await inPage('rows').read([first, second])).toEqual([null, kept]);
		expect(await inPage('rows').kind()).toBe('deletable');

		const [third] = await grown(inPage('files'), 1);
		// They exist, so "gone" would be a lie that costs what is sealed under them.
		await expect(cellsOfPage(bare, 'files').read([third])).rejects.toThrow('unavailable');
		await bare.close();
	});
});

describe('the offscreen page of chromium', () => {
	const stube = useStube(() => ({ browser: 'chromium', scenario: nobody }));

	it('is made once by two who need it, closes in quiet, and is made again', async () => {
		const page = await openCellsPage(stube().launched);
		const cells = cellsOfBackground(stube().launched, page, 'offscreen');
		await Promise.all([cells.grow(1), cells.grow(103)]);
		expect(await cells.refs()).toHaveLength(204);
		expect(offscreenPages(stube())).toHaveLength(1);
		await waitUntil(
			() => offscreenPages(stube()),
			(pages) => pages.length === 0,
			{ that: 'the offscreen page is closed' },
		);
		await cells.effaceAll();
		expect((await cells.refs()).every(({ generation }) => generation === 2)).toBe(true);
	});

	it('may be closed, or left behind by a worker that died, at any moment', async () => {
		const page = await openCellsPage(stube().launched);
		const cells = cellsOfBackground(stube().launched, page, 'closed');
		await grown(cells, 1);
		const refs = await cells.refs();
		for (const ref of refs.slice(0, 5)) {
			const asked = cells.efface([ref]);
			const worker = await serviceWorker(stube().launched);
			await worker.evaluate(closeOffscreenPage);
			await asked;
		}
		await stopBackground(stube().launched);
		await cells.efface(refs.slice(5, 6));
		const secrets = await cellsOfPage(page, 'closed').read(refs);
		expect(secrets.slice(0, 6)).toEqual(Array(6).fill(null));
		expect(secrets.slice(6)).not.toContain(null);
	});
});

/** At least so many cells, and the first ones. */
async function grown(cells: Cells, count: 1): Promise<[CellRef]>;
async function grown(cells: Cells, count: 2): Promise<[CellRef, CellRef]>;
async function grown(cells: Cells, count: number): Promise<CellRef[]> {
	await cells.grow(count);
	return (await cells.refs()).slice(0, count);
}

function offscreenPages(stube: Stube): string[] {
	const { browser, extensionOrigin } = stube.launched;
	const address = `${extensionOrigin}/offscreen.html`;
	return browser
		.targets()
		.map((target) => target.url())
		.filter((url) => url === address);
}

/** Runs in a page: resolves once the lock is held. */
function holdLock(name: string): Promise<void> {
	return new Promise((held) => {
		void navigator.locks.request(name, () => {
			held();
			return new Promise<void>((release) => {
				Object.assign(globalThis, { releaseHeldLock: release });
			});
		});
	});
}

function releaseLock(): void {
	(globalThis as unknown as { releaseHeldLock(): void }).releaseHeldLock();
}

async function waitingFor(name: string): Promise<number> {
	const { pending = [] } = await navigator.locks.query();
	return pending.filter((lock) => lock.name === name).length;
}

/** Runs in a page: the next files are taken, then a cell is effaced, then they are read. */
function effaceBetween(name: string, ref: object): void {
	const scope = globalThis as unknown as {
		openedCells: Record<string, { efface(refs: object[]): Promise<void> }>;
		refusedReads: number;
	};
	scope.refusedReads = 0;
	const { getFile } = FileSystemFileHandle.prototype;
	FileSystemFileHandle.prototype.getFile = async function (this: FileSystemFileHandle) {
		const file = await getFile.call(this);
		FileSystemFileHandle.prototype.getFile = getFile;
		await scope.openedCells[name]?.efface([ref]);
		await file.arrayBuffer().catch(() => {
			scope.refusedReads += 1;
		});
		return file;
	};
}

/** Runs in a page: the browser as it is where no such thing exists. */
function takeFileSystemAway(): void {
	Object.defineProperty(navigator.storage, 'getDirectory', { value: undefined });
}

interface Extension {
	tabs: { query(query: object): Promise<{ id?: number; url?: string }[]> };
	scripting: { executeScript(injection: object): Promise<{ result?: unknown }[]> };
	runtime: { sendMessage(message: unknown): Promise<unknown> };
	offscreen: { closeDocument(): Promise<void> };
}

/** Runs in a page of the extension: has a content script in a tab send a message. */
async function tellFromTab(address: string, message: object): Promise<unknown> {
	const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
	const { tabs, scripting } = scope.browser ?? scope.chrome;
	const tab = (await tabs.query({})).find(({ url }) => url === address);
	const [answer] = await scripting.executeScript({
		target: { tabId: tab?.id },
		args: [message],
		func: async (given: object) => {
			const inTab = globalThis as unknown as { browser?: Extension; chrome: Extension };
			const { runtime } = inTab.browser ?? inTab.chrome;
			return runtime.sendMessage(given).then(
				(said) => said ?? 'nobody answered',
				() => 'nobody answered',
			);
		},
	});
	return answer?.result;
}

/** Runs in the service worker. */
async function closeOffscreenPage(): Promise<void> {
	const { chrome } = globalThis as unknown as { chrome: Extension };
	// There may be none at this moment.
	await chrome.offscreen.closeDocument().catch(() => undefined);
}
