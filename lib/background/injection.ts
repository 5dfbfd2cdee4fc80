import { type Browser, browser } from 'wxt/browser';
import { isReaderAlive, stopReaders } from '@/lib/messaging/reader-orders';
import { originOfMatch } from '@/lib/messaging/sender';
import { type Network, networks } from '@/lib/model';
import { networkFacts } from '@/lib/networks/registry';
import { grantedMatches } from './granted-hosts';
import { reportFailure } from './report-failure';

type Script = Browser.scripting.RegisteredContentScript;

const scriptIds = new Map(networks.map((network) => [`reader-${network}`, network]));

/**
 * Registers readers for the hosts that are allowed now and for no others, starts them in
 * tabs that are already open, and stops those whose host was taken back. Does nothing when
 * all is in line, so it may run at every start of the worker. Resolves with the networks
 * that may be read now.
 *
 * @param turnOff Called before a network's reader goes: a worker that dies here finds the
 * reader still registered, and calls again.
 */
export async function alignReaders(
	turnOff: (network: Network) => Promise<void>,
): Promise<Network[]> {
	const registered = await browser.scripting.getRegisteredContentScripts();
	const on: Network[] = [];
	const gained: { network: Network; matches: string[] }[] = [];
	const lost: string[] = [];

	for (const [id, network] of scriptIds) {
		const wanted = await grantedMatches(network);
		const script = registered.find((known) => known.id === id);
		const known = script?.matches ?? [];
		if (wanted.length > 0) on.push(network);
		else if (script) await turnOff(network);
		await alignScript(id, network, wanted, script);
		gained.push({ network, matches: wanted.filter((match) => !known.includes(match)) });
		lost.push(...known.filter((match) => !wanted.includes(match)));
	}
	if (lost.length > 0) unhurried(stopInTabs(lost.map(originOfMatch)));
	for (const { network, matches } of gained) unhurried(startInTabs(network, matches));
	return on;
}

/**
 * Starts readers in all tabs of allowed hosts that have none alive: after an update or a
 * reload of the extension, those of before are cut off from it.
 */
export async function startMissingReaders(): Promise<void> {
	for (const network of networks) {
		unhurried(startInTabs(network, await grantedMatches(network)));
	}
}

/** Tabs are not waited for: one that does not answer must not hold up what comes next. */
function unhurried(job: Promise<void>): void {
	job.catch((error: unknown) => reportFailure('asking tabs', error));
}

async function alignScript(
	id: string,
	network: Network,
	matches: string[],
	known: Script | undefined,
): Promise<void> {
	const { script } = networkFacts[network];
	if (matches.length === 0) {
		if (known) await browser.scripting.unregisterContentScripts({ ids: [id] });
		return;
	}
	const wanted: Script = {
		id,
		matches,
		js: [script],
		runAt: 'document_idle',
		allFrames: false,
		persistAcrossSessions: true,
	};
	if (!known) return browser.scripting.registerContentScripts([wanted]);
	if (
		!isSameSet(known.matches ?? [], matches) ||
		!known.js?.some((path) => path.endsWith(script))
	) {
		await browser.scripting.updateContentScripts([wanted]);
	}
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((item) => b.includes(item));
}

async function startInTabs(network: Network, matches: string[]): Promise<void> {
	if (matches.length === 0) return;
	const tabs = await browser.tabs.query({ url: matches });
	await Promise.all(tabs.map((tab) => startInTab(network, tab)));
}

async function startInTab(network: Network, tab: Browser.tabs.Tab): Promise<void> {
	const isAsleep = tab.discarded === true || tab.frozen === true;
	if (tab.id === undefined || isAsleep || (await isReaderAlive(tab.id))) return;
	try {
		await browser.scripting.executeScript({
			target: { tabId: tab.id },
			files: [`/${networkFacts[network].script}`],
		});
	} catch (error) {
		// A tab that shows the browser's error page cannot be read; it is when it loads again.
		reportFailure('starting a reader', error);
	}
}

/** Asks every tab, since the addresses of a host that was taken back are not told any more. */
async function stopInTabs(origins: string[]): Promise<void> {
	const tabs = await browser.tabs.query({});
	await Promise.all(tabs.map(({ id }) => id !== undefined && stopReaders(id, origins)));
}
