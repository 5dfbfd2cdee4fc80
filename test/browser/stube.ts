/** Stube in a real browser, and the person who uses it: for demo, tests and benchmarks. */
import type { Page } from 'puppeteer-core';
import type { Scenario, ScenarioNetwork } from '../sites/scenario.ts';
import { type BuildKind, buildExtension } from './builds.ts';
import { removeTemporaryFolder } from './clean-up.ts';
import { type ExtensionPageName, openExtensionPage, openRealPopup } from './extension-page.ts';
import type { BrowserName } from './find-browser.ts';
import { Inbox } from './inbox.ts';
import { type LaunchedBrowser, type LaunchOptions, launchBrowser } from './launch.ts';
import { openSitePage, type SitePage } from './site-page.ts';
import { type SiteServer, startSiteServer } from './site-server.ts';

export interface StubeOptions {
	browser: BrowserName;
	scenario: Scenario;
	/** Hosts granted at install, or the build that people get. */
	build?: BuildKind;
	/** Another unpacked extension instead of Stube, as a control. */
	extension?: string;
	headless?: boolean;
	locale?: string;
	timeZone?: string;
}

/** As wide and high as the popup is. */
export const popupSize = { width: 400, height: 600 } as const;

type Launch = (
	profile?: string,
	environment?: LaunchOptions['environment'],
) => Promise<LaunchedBrowser>;

export class Stube {
	readonly server: SiteServer;
	#launched: LaunchedBrowser;
	readonly #relaunch: Launch;

	private constructor(server: SiteServer, launched: LaunchedBrowser, relaunch: Launch) {
		this.server = server;
		this.#launched = launched;
		this.#relaunch = relaunch;
	}

	static async open(options: StubeOptions): Promise<Stube> {
		const extension =
			options.extension ?? (await buildExtension(options.browser, options.build ?? 'granted'));
		const server = await startSiteServer(options.scenario);
		const launch: Launch = (profile, environment) =>
			launchBrowser(options.browser, {
				sitePort: server.port,
				extension,
				headless: options.headless ?? true,
				locale: options.locale ?? 'en-GB',
				timeZone: options.timeZone ?? 'Europe/Berlin',
				...(profile ? { profile } : {}),
				...(environment ? { environment } : {}),
			});
		return new Stube(server, await launch(), launch);
	}

	/** The browser as it runs now; another one after `relaunch`. */
	get launched(): LaunchedBrowser {
		return this.#launched;
	}

	/** Opens a messenger's home, or any address of it, in a new tab. */
	async openSite(where: ScenarioNetwork | `https://${string}`): Promise<SitePage> {
		return openSitePage(await this.#launched.browser.newPage(), where);
	}

	/** The popup's document in a tab of the popup's size. */
	async openPopup(): Promise<Inbox> {
		const page = await this.openPage('popup');
		await page.setViewport(popupSize);
		return this.#inbox(page);
	}

	/** What a click on the toolbar opens; Chromium only. */
	async openRealPopup(): Promise<Inbox> {
		return this.#inbox(await openRealPopup(this.#launched));
	}

	/** The same app as a full tab. */
	async openInbox(): Promise<Inbox> {
		const page = await this.openPage('inbox');
		await page.setViewport({ width: 1280, height: 860 });
		return this.#inbox(page);
	}

	async openWelcome(): Promise<Inbox> {
		return this.#inbox(await this.openPage('welcome'));
	}

	openPage(name: ExtensionPageName): Promise<Page> {
		return openExtensionPage(this.#launched, name);
	}

	#inbox(page: Page): Inbox {
		return new Inbox(page, this.#launched);
	}

	/** Starts the browser again on the same profile, after it was closed or killed. */
	async start(environment?: LaunchOptions['environment']): Promise<void> {
		this.#launched = await this.#relaunch(this.#launched.profile, environment);
	}

	/** Ends the browser as told and starts it again. */
	async relaunch(end: 'close' | 'kill' = 'close'): Promise<void> {
		await this.#launched[end]();
		await this.start();
	}

	/** Closes browser and stand-ins and removes the profile. */
	async close(): Promise<void> {
		await this.#launched.close();
		await this.server.close();
		removeTemporaryFolder(this.#launched.profile);
	}
}
