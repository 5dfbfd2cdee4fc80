import { readFileSync } from 'node:fs';
import type { Inspection } from '../../lib/inspection/inspect-page.ts';
import { type SiteHost, siteHosts } from '../browser/site-server.ts';
import { Stube } from '../browser/stube.ts';
import type { ScenarioNetwork } from '../sites/scenario.ts';
import type { InspectArguments } from './arguments.ts';

/** The network whose messenger has this address, if any. */
export function networkOf(url: URL): ScenarioNetwork | null {
	const isSite = url.protocol === 'https:' && Object.hasOwn(siteHosts, url.hostname);
	return isSite ? siteHosts[url.hostname as SiteHost] : null;
}

/** Serves the saved page under its address to a real browser and has the extension read it. */
export async function readPage(
	{ file, url, now, language, timeZone, browser }: InspectArguments,
	network: ScenarioNetwork,
): Promise<Inspection> {
	const scenario = { seed: 1, language, people: [], accounts: [], chats: [], events: [] };
	const stube = await Stube.open({ browser, scenario, locale: language, timeZone });
	try {
		stube.server.setPortal(url.hostname as SiteHost, {
			status: 200,
			html: withoutRefresh(readFileSync(file, 'utf8')),
			// What the saved page would run or load has no say in how it is read.
			headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
		});
		const openTab = async (): Promise<void> => {
			const page = await stube.launched.browser.newPage();
			await page.goto(url.href, { waitUntil: 'domcontentloaded' });
		};
		const [extensionPage] = await Promise.all([stube.openPage('bench-empty'), openTab()]);
		const options = { network, url: url.href, now, languages: [language] };
		return (await extensionPage.evaluate(inspectTab, url.href, options)) as Inspection;
	} finally {
		// Nothing of this profile is needed again: ended at once, removed when this process ends.
		await stube.launched.kill();
		await stube.server.close();
	}
}

/** A saved page that would lead on to another one is read itself. */
function withoutRefresh(html: string): string {
	return html.replace(/(<meta\b[^>]*?)http-equiv(?=\s*=\s*["']?\s*refresh)/giu, '$1data-once');
}

interface Scripting {
	tabs: { query(query: object): Promise<{ id?: number; url?: string }[]> };
	scripting: { executeScript(injection: object): Promise<{ result?: unknown }[]> };
}

/** Runs in a page of the extension: has its reader look at the tab with this address. */
async function inspectTab(address: string, inspection: object): Promise<unknown> {
	const scope = globalThis as unknown as { browser?: Scripting; chrome: Scripting };
	const api = scope.browser ?? scope.chrome;
	const tabs = await api.tabs.query({});
	const tab = tabs.find(({ url }) => url === address);
	if (tab?.id === undefined) throw new Error('The tab with the saved page is gone.');
	const target = { tabId: tab.id };
	await api.scripting.executeScript({
		target,
		args: [inspection],
		func: (given: object) => {
			Object.assign(globalThis, { inspection: given });
		},
	});
	const [answer] = await api.scripting.executeScript({ target, files: ['inspect.js'] });
	return answer?.result;
}
