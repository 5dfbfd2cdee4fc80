import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { keepTrackOf, makeTemporaryFolder } from './clean-up.ts';
import { closers } from './closers.ts';
import { findBrowser } from './find-browser.ts';
import type { LaunchedBrowser, LaunchOptions } from './launch.ts';

export async function launchChromium(options: LaunchOptions): Promise<LaunchedBrowser> {
	const profile = options.profile ?? makeTemporaryFolder('chromium');
	writePreferences(profile);
	const browser = await puppeteer.launch({
		executablePath: findBrowser('chromium'),
		headless: options.headless,
		pipe: true,
		enableExtensions: true,
		userDataDir: profile,
		defaultViewport: null,
		...(options.patienceMs && { protocolTimeout: options.patienceMs }),
		env: {
			...process.env,
			TZ: options.timeZone,
			LANGUAGE: options.locale.replace('-', '_'),
			...options.environment,
		},
		args: [
			// Debian's sandbox does not start as root or in most containers; the pages are our own.
			'--no-sandbox',
			'--disable-gpu',
			'--no-first-run',
			'--no-default-browser-check',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--password-store=basic',
			// Larger than the window: a headless screen is so small that a popup would not fit.
			'--screen-info={1600x1200}',
			'--window-size=1280,900',
			`--lang=${options.locale}`,
			`--accept-lang=${options.locale}`,
			`--host-resolver-rules=MAP * 127.0.0.1:${options.sitePort}`,
			'--ignore-certificate-errors',
			...(options.switches ?? []),
		],
	});
	const processId = browser.process()?.pid;
	if (processId === undefined) throw new Error('Chromium has no process.');
	keepTrackOf(processId);
	const id = await browser.installExtension(options.extension);
	return {
		name: 'chromium',
		browser,
		profile,
		extensionOrigin: `chrome-extension://${id}`,
		...closers(browser, processId),
	};
}

/** Without developer mode `runtime.reload()` leaves an unpacked extension switched off. */
function writePreferences(profile: string): void {
	const folder = join(profile, 'Default');
	const file = join(folder, 'Preferences');
	if (existsSync(file)) return;
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}
