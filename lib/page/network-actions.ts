import { browser } from 'wxt/browser';
import type { CommandAnswer } from '@/lib/messaging';
import { sendCommand } from '@/lib/messaging/send-command';
import type { Network } from '@/lib/model';
import { networkFacts } from '@/lib/networks/registry';
import { loadReports } from '@/lib/unsealed/reader-reports';
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

/**
 * Shows the network's tab, which wakes one that sleeps, or opens a new one; at one of its chats
 * where that is known by the network's own id and has an address.
 */
export async function openNetwork(network: Network, nativeId: string | null = null): Promise<void> {
	const hosts = await grantedHosts(network);
	const { tabs: reports } = (await loadReports())[network];
	const isElsewhere = ({ id }: { id?: number }): boolean =>
		reports.some(({ tabId, health }) => tabId === id && health.state === 'dormant');
	const tabs = (await tabsAt(hosts)).filter((tab) => !isElsewhere(tab));
	const [latest] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
	const addressAt = (place: string): string | null =>
		(nativeId && networkFacts[network].chatAddress?.(nativeId, new URL(place).origin)) || null;
	if (latest?.id !== undefined) {
		const address = latest.url === undefined ? null : addressAt(latest.url);
		// Where it stands open already, nothing is loaded anew.
		const isThere = address === null || latest.url?.startsWith(address.replace(/\/$/u, ''));
		await browser.tabs.update(latest.id, { active: true, ...(!isThere && { url: address }) });
		if (latest.windowId !== undefined) {
			await browser.windows.update(latest.windowId, { focused: true });
		}
		return;
	}
	const home = homeOf(network, hosts);
	await browser.tabs.create({ url: addressAt(home) ?? home });
}

/** The network's home, if its host is allowed; else the start of one that is. */
function homeOf(network: Network, hosts: readonly { matches: readonly string[] }[]): string {
	const { home } = networkFacts[network];
	const starts = hosts.flatMap(({ matches }) => matches.map((match) => match.replace(/\*$/u, '')));
	return starts.length === 0 || starts.some((start) => home.startsWith(start))
		? home
		: (starts[0] ?? home);
}
