import { type Browser, browser } from 'wxt/browser';
import { ownWord } from '@/lib/inspection/own-word';
import type { Network } from '@/lib/model';
import { loadReports } from '@/lib/unsealed/reader-reports';
import { grantedHosts, isAsleep, tabsAt } from './messenger-tabs';

/**
 * What may be attached to a bug report about a network: versions, states, counts and the
 * readers' own words. No text, name, id or address of anyone's.
 */
export async function readDiagnostics(network: Network): Promise<string> {
	const now = Date.now();
	const tabs = await tabsAt(await grantedHosts(network));
	const report = (await loadReports())[network];
	const tab = latestAwake(tabs);
	const diagnostics = {
		stube: browser.runtime.getManifest().version,
		browser: navigator.userAgent.match(/(?:Firefox|Chrome)\/\d+/u)?.[0] ?? 'other',
		language: browser.i18n.getUILanguage(),
		network,
		tabs: {
			all: tabs.length,
			asleep: tabs.filter(isAsleep).length,
		},
		dropped: report.dropped,
		readers: report.tabs
			.filter(({ tabId }) => tabs.some(({ id }) => id === tabId))
			.map(({ health: { state, counts, layers, problems, readAt } }) => ({
				state,
				counts,
				layers: { chats: ownWord(layers.chats), messages: ownWord(layers.messages) },
				problems: problems.map((problem) => ownWord(problem) ?? 'other'),
				secondsAgo: Math.round((now - readAt) / 1_000),
			})),
		page: tab?.id === undefined ? null : await lookAt(tab.id, { network, wants: 'diagnosis' }),
	};
	return JSON.stringify(diagnostics, null, 2);
}

/** The page's tree with every text replaced; `null` where no tab is awake. */
export async function readStructure(network: Network): Promise<string | null> {
	const tab = latestAwake(await tabsAt(await grantedHosts(network)));
	if (tab?.id === undefined) return null;
	const structure = await lookAt(tab.id, { network, wants: 'structure' });
	return typeof structure === 'string' ? structure : null;
}

function latestAwake(tabs: readonly Browser.tabs.Tab[]): Browser.tabs.Tab | undefined {
	return tabs
		.filter((tab) => !isAsleep(tab))
		.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

interface Question {
	network: Network;
	wants: 'diagnosis' | 'structure';
}

/** Has the reader's code look at a tab once; `null` where the browser shows a page of its own. */
async function lookAt(tabId: number, question: Question): Promise<unknown> {
	const target = { tabId };
	try {
		await browser.scripting.executeScript({
			target,
			args: [question],
			func: (given: Question) => {
				Object.assign(globalThis, { diagnosis: given });
			},
		});
		const [answer] = await browser.scripting.executeScript({ target, files: ['/diagnose.js'] });
		return answer?.result ?? null;
	} catch (error) {
		// Not swallowed: what the browser says of the tab is in the console of our own page.
		console.error(error);
		return null;
	}
}
