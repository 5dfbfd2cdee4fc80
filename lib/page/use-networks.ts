import { browser } from 'wxt/browser';
import { type Network, type NetworkStatus, networks } from '@/lib/model';
import { networkFacts } from '@/lib/networks/registry';
import { loadReports, type ReaderReports, watchReports } from '@/lib/unsealed/reader-reports';
import { loadOpenQuestions, watchOpenQuestions } from '@/lib/unsealed/turned-off';
import { isAsleep, isHostGranted, tabsAt, watchTabs } from './messenger-tabs';
import { networkStatus } from './network-status';
import { useFollowed } from './use-followed';

interface KnownNetwork {
	network: Network;
	status: NetworkStatus;
	hosts: { name: string; isGranted: boolean }[];
}

/** Every network with its state and its hosts, live; empty until first known. */
export function useNetworks(): readonly KnownNetwork[] {
	return useFollowed(followNetworks, loadNetworks, []).value ?? [];
}

/** The networks that were turned off and whose question is open, live. */
export function useOpenQuestions(): readonly Network[] {
	return useFollowed(watchOpenQuestions, loadOpenQuestions, []).value ?? [];
}

async function loadNetworks(): Promise<KnownNetwork[]> {
	const reports = await loadReports();
	return Promise.all(networks.map((network) => loadNetwork(network, reports)));
}

async function loadNetwork(network: Network, reports: ReaderReports): Promise<KnownNetwork> {
	const { hosts } = networkFacts[network];
	const granted = await Promise.all(hosts.map(isHostGranted));
	const tabs = await tabsAt(hosts.filter((_, index) => granted[index]));
	return {
		network,
		status: networkStatus(network, {
			isGranted: granted.includes(true),
			tabs: tabs.map((tab) => ({
				id: tab.id ?? -1,
				isAsleep: isAsleep(tab),
				lastShownAt: tab.lastAccessed ?? null,
			})),
			report: reports[network],
		}),
		hosts: hosts.map(({ name }, index) => ({ name, isGranted: granted[index] === true })),
	};
}

function followNetworks(listener: () => void): () => void {
	const hear = () => listener();
	browser.permissions.onAdded.addListener(hear);
	browser.permissions.onRemoved.addListener(hear);
	const unwatchTabs = watchTabs(hear);
	const unwatchReports = watchReports(hear);
	return () => {
		browser.permissions.onAdded.removeListener(hear);
		browser.permissions.onRemoved.removeListener(hear);
		unwatchTabs();
		unwatchReports();
	};
}
