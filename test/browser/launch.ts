import type { Browser } from 'puppeteer-core';
import type { BrowserName } from './find-browser.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';

export interface LaunchOptions {
	/** Where the stand-ins answer for every host. */
	sitePort: number;
	/** A built extension, unpacked. */
	extension: string;
	/** A profile of an earlier launch; a new one if absent. */
	profile?: string;
	headless: boolean;
	/** BCP 47, for browser and pages. */
	locale: string;
	/** IANA name. */
	timeZone: string;
	/** More of the browser's own switches (`--enable-features=…`). */
	switches?: readonly string[];
	/** What else stands in the browser's environment. */
	environment?: Readonly<Record<string, string>>;
	/** How long a page may take to answer, where that is more than three minutes. */
	patienceMs?: number;
}

export interface LaunchedBrowser {
	name: BrowserName;
	browser: Browser;
	/** Kept after `close` and `kill`, for relaunch and for looking at; goes at exit. */
	profile: string;
	/** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
	extensionOrigin: string;
	/** As a person closes it. */
	close(): Promise<void>;
	/** As power to the process is cut: SIGKILL to the whole tree. */
	kill(): Promise<void>;
}

/** A real browser with the extension, in which every host is a stand-in. */
export function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<LaunchedBrowser> {
	return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
