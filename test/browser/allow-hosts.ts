import type { LaunchedBrowser } from './launch.ts';

/**
 * Lets a click grant these hosts without a prompt, which nobody could answer in a
 * headless browser. The click itself is still needed. Firefox does this by a preference
 * set at launch; Chromium once the hosts are withheld hosts of the extension.
 */
export async function allowWithoutPrompt(
	launched: LaunchedBrowser,
	hosts: readonly string[],
): Promise<void> {
	if (launched.name === 'firefox') return;
	const page = await launched.browser.newPage();
	await page.goto('chrome://extensions');
	const id = new URL(launched.extensionOrigin).hostname;
	for (const host of hosts) {
		await page.evaluate(`chrome.developerPrivate.addHostPermission('${id}', '${host}')`);
	}
	await page.close();
}
