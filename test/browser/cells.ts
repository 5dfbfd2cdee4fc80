/** Cells in a real browser, asked for from the page `try-cells` or from the background. */
import type { Page } from 'puppeteer-core';
import { openExtensionPage, serviceWorker } from './extension-page.ts';
import type { LaunchedBrowser } from './launch.ts';

export interface CellRef {
	index: number;
	generation: number;
}

/** As `CellFile` of the extension; secrets as hex. */
export interface Cells {
	kind(): Promise<string>;
	grow(count: number): Promise<void>;
	refs(): Promise<CellRef[]>;
	read(refs: readonly CellRef[]): Promise<(string | null)[]>;
	efface(refs: readonly CellRef[]): Promise<void>;
	effaceAll(): Promise<void>;
}

type Ask = (method: keyof Cells, argument?: unknown) => Promise<unknown>;

export function openCellsPage(launched: LaunchedBrowser): Promise<Page> {
	return openExtensionPage(launched, 'try-cells');
}

/** Cells of this name as a page of the extension has them. */
export function cellsOfPage(page: Page, name: string): Cells {
	return asCells((method, argument) => page.evaluate(callCells, name, method, argument));
}

/** Cells of this name as the background has them: Chromium's service worker, Firefox's event page. */
export function cellsOfBackground(launched: LaunchedBrowser, page: Page, name: string): Cells {
	return asCells(async (method, argument) => {
		if (launched.name === 'firefox') return page.evaluate(callCells, name, method, argument, true);
		const worker = await awakeWorker(launched, page);
		return worker.evaluate(callCells, name, method, argument);
	});
}

/** As `cellsOfBackground`, of a background that is awake: asked before anything is waited for. */
export async function cellsOfAwakeBackground(
	launched: LaunchedBrowser,
	page: Page,
	name: string,
): Promise<Cells> {
	if (launched.name === 'firefox') return cellsOfBackground(launched, page, name);
	const worker = await awakeWorker(launched, page);
	return asCells((method, argument) => worker.evaluate(callCells, name, method, argument));
}

async function awakeWorker(launched: LaunchedBrowser, page: Page) {
	await page.evaluate(wakeWorker);
	return serviceWorker(launched);
}

function asCells(ask: Ask): Cells {
	return {
		kind: () => ask('kind') as Promise<string>,
		grow: async (count) => void (await ask('grow', count)),
		refs: () => ask('refs') as Promise<CellRef[]>,
		read: (refs) => ask('read', refs) as Promise<(string | null)[]>,
		efface: async (refs) => void (await ask('efface', refs)),
		effaceAll: async () => void (await ask('effaceAll')),
	};
}

/** Runs in a page: resolves once the worker runs, which may have been stopped. */
async function wakeWorker(): Promise<void> {
	const { chrome } = globalThis as unknown as {
		chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
	};
	await chrome.runtime.sendMessage({ protocol: 'inbox', ask: null });
}

interface Scope {
	openCells(name: string): Record<string, unknown>;
	openedCells?: Record<string, Record<string, unknown>>;
}

/** Runs in the browser; whole in itself, since only its source gets there. */
async function callCells(
	name: string,
	method: string,
	argument: unknown,
	isOfEventPage = false,
): Promise<unknown> {
	const { browser } = globalThis as unknown as {
		browser: { runtime: { getBackgroundPage(): Promise<Scope> } };
	};
	const scope = isOfEventPage
		? await browser.runtime.getBackgroundPage()
		: (globalThis as unknown as Scope);
	scope.openedCells ??= {};
	scope.openedCells[name] ??= scope.openCells(name);
	const cells = scope.openedCells[name];
	const found = cells[method];
	const value = typeof found === 'function' ? await found.call(cells, argument) : found;
	if (method !== 'read') return value;
	return (value as (Uint8Array | null)[]).map(
		(secret) => secret && Array.from(secret, (byte) => byte.toString(16).padStart(2, '0')).join(''),
	);
}
