import { type Browser, browser } from 'wxt/browser';
import type { Network } from '@/lib/model';
import { type NetworkFacts, networkFacts } from '@/lib/networks/registry';

type Host = NetworkFacts['hosts'][number];

/** Whether any address of a host is allowed: Firefox's own page takes back one at a time. */
export async function isHostGranted({ matches }: Host): Promise<boolean> {
	const granted = await Promise.all(
		matches.map((match) => browser.permissions.contains({ origins: [match] })),
	);
	return granted.includes(true);
}

/** The hosts of a network that the user has allowed. */
export async function grantedHosts(network: Network): Promise<Host[]> {
	const { hosts } = networkFacts[network];
	const granted = await Promise.all(hosts.map(isHostGranted));
	return hosts.filter((_, index) => granted[index]);
}

/** Tabs at these hosts; without the `tabs` permission only those of allowed hosts are seen. */
export async function tabsAt(hosts: readonly Host[]): Promise<Browser.tabs.Tab[]> {
	if (hosts.length === 0) return [];
	return browser.tabs.query({ url: hosts.flatMap((host) => [...host.matches]) });
}

/** Whether a tab's page cannot run: unloaded, or frozen to save power (Chrome 132 says so). */
export function isAsleep(tab: Browser.tabs.Tab): boolean {
	return tab.discarded === true || tab.frozen === true;
}

/** Calls back when a tab was opened, closed, moved on, put to sleep or woken. */
export function watchTabs(listener: () => void): () => void {
	const hear = () => listener();
	// Firefox keeps a tab's id over a discard and has no `onReplaced`.
	const events = [browser.tabs.onUpdated, browser.tabs.onRemoved, browser.tabs.onReplaced];
	for (const event of events) event?.addListener(hear);
	return () => {
		for (const event of events) event?.removeListener(hear);
	};
}
