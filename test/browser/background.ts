import { serviceWorker } from './extension-page.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import type { LaunchedBrowser } from './launch.ts';

/** Ends the extension's background as the browser does when it is idle or short of memory. */
export async function stopBackground(launched: LaunchedBrowser): Promise<void> {
	if (launched.name === 'chromium') {
		const worker = await serviceWorker(launched);
		await worker.close();
		return;
	}
	await inFirefoxWindow(
		launched.browser,
		`(async () => {
			const { extension } = WebExtensionPolicy.getByHostname('${new URL(launched.extensionOrigin).hostname}');
			await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
		})()`,
	);
}
