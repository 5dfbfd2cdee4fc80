import { inFirefoxWindow } from './firefox-window.ts';
import type { LaunchedBrowser } from './launch.ts';

/** Where files go that a page saves, without a question. */
export async function saveDownloadsTo(launched: LaunchedBrowser, folder: string): Promise<void> {
	if (launched.name === 'chromium') {
		// It holds for as long as its session does.
		const session = await launched.browser.target().createCDPSession();
		await session.send('Browser.setDownloadBehavior', {
			behavior: 'allow',
			downloadPath: folder,
		});
		return;
	}
	await inFirefoxWindow(
		launched.browser,
		`Services.prefs.setIntPref('browser.download.folderList', 2);
		Services.prefs.setStringPref('browser.download.dir', ${JSON.stringify(folder)});
		Services.prefs.setBoolPref('browser.download.useDownloadDir', true);`,
	);
}
