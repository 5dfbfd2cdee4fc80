import { browser } from 'wxt/browser';
import type { CommandAnswer } from '@/lib/messaging';
import { sendCommand } from '@/lib/messaging/send-command';
import type { Network } from '@/lib/model';
import { networkFacts } from '@/lib/networks/registry';
import { loadReports } from '@/lib/reader-reports';
import { grantedHosts, tabsAt } from './messenger-tabs';

/**
 * Asks the browser for one host of a network. Must be called within the click itself:
 * after an `await` the browser no longer sees the user's gesture.
 */
export function requestHost(network: Network, hostName: string): Promise<boolean> {
	const host = networkFacts[network].hosts.find(({ name }) => name === hostName);
	return browser.permissions.request({ origins: [...(host?.matches ?? [])] });
}

/** Gives one host back; with a network's last one the whole network is turned off. */
export async function giveBackHost(network: Network, hostName: string): Promise<CommandAnswer> {
	const granted = await grantedHosts(network);
	const host = granted.find(({ name }) => name === hostName);
	if (!host || granted.length === 1) return sendCommand({ command: 'turn-off', network });
	try {
		if (await browser.permissions.remove({ origins: [...host.matches] })) return { done: true };
	} catch (error) {
		// Chrome keeps hosts that a build demands at install, and says so by throwing.
		console.error(error);
	}
	return { done: false, reason: 'host-required' };
}

/** Shows the network's tab, which wakes one that sleeps, or opens a new one. */
export async function openNetwork(network: Network): Promise<void> {
	const hosts = await grantedHosts(network);
	const { tabs: reports } = (await loadReports())[network];
	const isElsewhere = ({ id }: { id?: number }): boolean =>
		reports.some(({ tabId, health }) => tabId === id && health.state === 'dormant');
	const tabs = (await tabsAt(hosts)).filter((tab) => !isElsewhere(tab));
	const [latest] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
	if (latest?.id !== undefined) {
		await browser.tabs.update(latest.id, { active: true });
		if (latest.windowId !== undefined) {
			await browser.windows.update(latest.windowId, { focused: true });
		}
		return;
	}
	await browser.tabs.create({ url: homeOf(network, hosts) });
}

/** The network's home, if its host is allowed; else the start of one that is. */
function homeOf(network: Network, hosts: readonly { matches: readonly string[] }[]): string {
	const { home } = networkFacts[network];
	const starts = hosts.flatMap(({ matches }) => matches.map((match) => match.replace(/\*$/u, '')));
	return starts.length === 0 || starts.some((start) => home.startsWith(start))
		? home
		: (starts[0] ?? home);
}
