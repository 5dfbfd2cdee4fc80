import { inFirefoxWindow } from './firefox-window.ts';
import type { LaunchedBrowser } from './launch.ts';
import { openSitePage } from './site-page.ts';

/**
 * Whether Stube can be in a private window at all, where a messenger is open in one: Chromium
 * by opening a page of it there, Firefox as it says itself.
 */
export async function isInPrivateWindow({
	browser,
	name,
	extensionOrigin,
}: LaunchedBrowser): Promise<boolean> {
	if (name === 'firefox') {
		const host = new URL(extensionOrigin).hostname;
		return (await inFirefoxWindow(
			browser,
			`(async () => {
				const opened = OpenBrowserWindow({ private: true });
				await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));
				const isIn = WebExtensionPolicy.getByHostname('${host}').canAccessWindow(opened);
				opened.close();
				return isIn;
			})()`,
		)) as boolean;
	}
	const context = await browser.createBrowserContext();
	try {
		await openSitePage(await context.newPage(), 'messenger');
		const own = await context.newPage();
		return await own.goto(`${extensionOrigin}/inbox.html`).then(
			() => true,
			() => false,
		);
	} finally {
		await context.close();
	}
}
