import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { keepTrackOf, makeTemporaryFolder } from './clean-up.ts';
import { closers } from './closers.ts';
import { type ConnectProxy, startConnectProxy } from './connect-proxy.ts';
import { findBrowser } from './find-browser.ts';
import type { LaunchedBrowser, LaunchOptions } from './launch.ts';
import { waitUntil } from './wait-until.ts';

/** The extension's id in its manifest and the address of its pages, fixed for tests. */
const extensionId = 'stube@stube.example';
const uuid = '5f1c6c0e-7a1b-4f43-9a0e-57b0e5a10001';

/** Names a profile that was never used and is set up, of which new ones are copies. */
const unusedProfile = 'STUBE_FIREFOX_PROFILE';

/** For all that this process launches from here on, and the processes that it begins. */
export async function prepareFirefoxProfile(): Promise<void> {
	const profile = makeTemporaryFolder('firefox');
	const browser = await startFirefox(profile, 0, {
		headless: true,
		locale: 'en-GB',
		timeZone: 'Europe/Berlin',
	});
	await (await browser.newPage()).goto('about:blank');
	// What Firefox computes for a new profile it writes as it closes.
	await endsOf(browser, profile).close();
	// Preferences are each launch's own.
	for (const name of ['prefs.js', 'user.js']) rmSync(join(profile, name));
	process.env[unusedProfile] = profile;
}

export async function launchFirefox(options: LaunchOptions): Promise<LaunchedBrowser> {
	const profile = options.profile ?? makeTemporaryFolder('firefox');
	const unused = process.env[unusedProfile];
	if (unused && readdirSync(profile).length === 0) {
		cpSync(unused, profile, { recursive: true, preserveTimestamps: true });
	}
	const proxy = await startConnectProxy(options.sitePort);
	const browser = await startFirefox(profile, proxy.port, options);
	await browser.installExtension(options.extension);
	return {
		name: 'firefox',
		browser,
		profile,
		extensionOrigin: `moz-extension://${uuid}`,
		...endsOf(browser, profile, proxy),
	};
}

async function startFirefox(
	profile: string,
	proxyPort: number,
	options: Pick<LaunchOptions, 'locale' | 'timeZone' | 'headless' | 'patienceMs' | 'environment'>,
): Promise<Browser> {
	const browser = await puppeteer.launch({
		browser: 'firefox',
		executablePath: findBrowser('firefox'),
		headless: options.headless,
		acceptInsecureCerts: true,
		userDataDir: profile,
		defaultViewport: null,
		...(options.patienceMs && { protocolTimeout: options.patienceMs }),
		env: {
			...process.env,
			TZ: options.timeZone,
			MOZ_DISABLE_CONTENT_SANDBOX: '1',
			...options.environment,
		},
		args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
		extraPrefsFirefox: {
			'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
			// A click on the welcome page then grants without a prompt nobody could press.
			'extensions.webextOptionalPermissionPrompts': false,
			'network.proxy.type': 1,
			'network.proxy.ssl': '127.0.0.1',
			'network.proxy.ssl_port': proxyPort,
			'intl.accept_languages': options.locale,
			'intl.locale.requested': options.locale,
			// Puppeteer's own preferences switch these off; a person's Firefox writes both. Every
			// second instead of every fifteen, so that a test need not wait.
			'browser.sessionstore.resume_from_crash': true,
			'browser.sessionstore.interval': 1_000,
			'places.history.enabled': true,
			// Processes that it starts ahead, for pages that nobody opens here.
			'dom.ipc.processPrelaunch.enabled': false,
			'browser.newtab.preload': false,
			'media.rdd-process.enabled': false,
			'network.process.enabled': false,
		},
	});
	keepTrackOf(processIdOf(browser));
	return browser;
}

function endsOf(browser: Browser, profile: string, proxy?: ConnectProxy) {
	return closers(browser, processIdOf(browser), async () => {
		await proxy?.close();
		await preferencesBack(profile);
	});
}

function processIdOf(browser: Browser): number {
	const processId = browser.process()?.pid;
	if (processId === undefined) throw new Error('Firefox has no process.');
	return processId;
}

/** Puppeteer puts them back after the process has gone: a launch in between would find half. */
async function preferencesBack(profile: string): Promise<void> {
	await waitUntil(
		() => ['prefs.js', 'user.js'].filter((name) => existsSync(join(profile, `${name}.puppeteer`))),
		(left) => left.length === 0,
		{ that: 'the preferences of the profile are back in place' },
	);
}
