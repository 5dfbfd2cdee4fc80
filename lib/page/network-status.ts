import type { Network, NetworkStatus } from '@/lib/model';
import type { ReaderReport } from '@/lib/reader-reports';

/** What is needed of a tab: whether its page can run. */
export interface MessengerTab {
	isAsleep: boolean;
	lastShownAt: number | null;
}

interface Known {
	isGranted: boolean;
	/** Tabs at one of the network's hosts; none are known while it is off. */
	tabs: readonly MessengerTab[];
	report: ReaderReport;
}

/** How a network is doing, from what the browser allows, its tabs, and what its reader said. */
export function networkStatus(network: Network, { isGranted, tabs, report }: Known): NetworkStatus {
	const { health } = report;
	const status = (state: NetworkStatus['state'], since = health?.readAt ?? null) => ({
		network,
		state,
		since,
		droppedCaptures: report.dropped.captures,
	});

	if (!isGranted) return status('off');
	if (tabs.length === 0) return status('no-tab');
	if (tabs.every((tab) => tab.isAsleep)) return status('asleep', health?.readAt ?? lastShown(tabs));
	return status(health?.state ?? 'loading');
}

function lastShown(tabs: readonly MessengerTab[]): number | null {
	const times = tabs.flatMap((tab) => tab.lastShownAt ?? []);
	return times.length > 0 ? Math.max(...times) : null;
}
