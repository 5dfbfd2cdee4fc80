import type { Page } from 'puppeteer-core';
import { inFirefoxWindow } from './firefox-window.ts';
import type { LaunchedBrowser } from './launch.ts';

/** Shows a page as on a system set to dark or to light; in Firefox every page at once. */
export async function setColorScheme(
	launched: LaunchedBrowser,
	page: Page,
	scheme: 'dark' | 'light',
): Promise<void> {
	if (launched.name === 'chromium') {
		await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
		return;
	}
	const value = scheme === 'dark' ? 0 : 1;
	await inFirefoxWindow(
		launched.browser,
		`Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value})`,
	);
	await page.waitForFunction(
		(wanted: string) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches,
		{ polling: 100 },
		scheme,
	);
}
