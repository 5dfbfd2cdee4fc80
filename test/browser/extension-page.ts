import type { Page } from 'puppeteer-core';
import type { LaunchedBrowser } from './launch.ts';
import { waitUntil } from './wait-until.ts';

export type ExtensionPageName =
	| 'popup'
	| 'inbox'
	| 'sidepanel'
	| 'welcome'
	| 'bench-empty'
	| 'try-cells'
	| 'try-inbox'
	| 'try-store'
	| 'try-vault';

/** Opens one of the extension's own pages in a tab. */
export async function openExtensionPage(
	launched: LaunchedBrowser,
	name: ExtensionPageName,
): Promise<Page> {
	const page = await launched.browser.newPage();
	const address = `${launched.extensionOrigin}/${name}.html`;
	if (launched.name === 'chromium') {
		await page.goto(address);
		return page;
	}
	// Firefox loads these pages but never tells the driver so (puppeteer-core 25.16). It tells
	// where the tab is closed or the address is not there, as while the extension reloads.
	let failure: unknown = null;
	page.goto(address).catch((error: unknown) => {
		failure = error;
	});
	await waitUntil(
		() => {
			if (failure) throw failure;
			return page.evaluate(() => [location.href, document.readyState]).catch(() => ['', '']);
		},
		([href, state]) => href?.startsWith(address) === true && state === 'complete',
		{ that: `${name}.html is loaded` },
	);
	return page;
}

/** Chromium's real popup, as a click on the toolbar opens it; it closes when it loses focus. */
export async function openRealPopup(launched: LaunchedBrowser): Promise<Page> {
	const worker = await serviceWorker(launched);
	await worker.evaluate('chrome.action.openPopup()');
	const target = await launched.browser.waitForTarget((candidate) =>
		candidate.url().startsWith(`${launched.extensionOrigin}/popup.html`),
	);
	return target.asPage();
}

/** Chromium's extension worker; the newest, since dead ones stay listed. */
export async function serviceWorker(launched: LaunchedBrowser) {
	const isOurs = (target: { type(): string; url(): string }): boolean =>
		target.type() === 'service_worker' && target.url().startsWith(launched.extensionOrigin);
	await launched.browser.waitForTarget(isOurs);
	const worker = await launched.browser.targets().filter(isOurs).at(-1)?.worker();
	if (!worker) throw new Error('The extension has no worker.');
	return worker;
}

/** Loads it again; not by the driver, which in Firefox waits half a minute for word that never comes. */
export async function reloadExtensionPage(page: Page): Promise<void> {
	await page.evaluate(() => {
		document.documentElement.dataset.old = '';
		location.reload();
	});
	await waitUntil(
		() =>
			page
				.evaluate(
					() =>
						document.readyState === 'complete' &&
						document.documentElement.dataset.old === undefined,
				)
				// In between there is no page to ask.
				.catch(() => false),
		(isAnew) => isAnew,
		{ that: 'the page is loaded again' },
	);
}
