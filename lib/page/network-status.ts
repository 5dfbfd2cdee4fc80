import type { Network, NetworkStatus, ReaderState } from '@/lib/model';
import { isRead, type ReaderReport } from '@/lib/unsealed/reader-reports';

/** What is needed of a tab: which it is, and whether its page can run. */
export interface MessengerTab {
	id: number;
	isAsleep: boolean;
	lastShownAt: number | null;
}

interface Known {
	isGranted: boolean;
	/** Tabs at one of the network's hosts; none are known while it is off. */
	tabs: readonly MessengerTab[];
	report: ReaderReport;
}

/** Where several tabs of one network say different things, the first of these is said. */
const ranks: readonly ReaderState[] = [
	'reading',
	'degraded',
	'hidden',
	'covered',
	'loading',
	'history-locked',
	'layout-changed',
	'signed-out',
	'unknown-page',
	'dormant',
];

/** How a network is doing, from what the browser allows, its tabs, and what their readers said. */
export function networkStatus(network: Network, { isGranted, tabs, report }: Known): NetworkStatus {
	const status = (
		state: NetworkStatus['state'],
		since = report.lastReadAt,
		problems: readonly string[] = [],
	) => ({ network, state, since, problems, droppedCaptures: report.dropped.captures });

	if (!isGranted) return status('off');
	if (tabs.length === 0) return status('no-tab');
	const awake = tabs.filter((tab) => !tab.isAsleep);
	if (awake.length === 0) return status('asleep', report.lastReadAt ?? lastShown(tabs));
	const [best] = report.tabs
		.filter(({ tabId }) => awake.some(({ id }) => id === tabId))
		.map(({ health }) => health)
		.sort((a, b) => ranks.indexOf(a.state) - ranks.indexOf(b.state));
	if (!best) return status('loading', null);
	// A page that is not read now says so each minute: what is shown is as old as its last reading.
	return isRead(best.state)
		? status(best.state, best.readAt, best.problems)
		: status(best.state, report.lastReadAt, best.problems);
}

function lastShown(tabs: readonly MessengerTab[]): number | null {
	const times = tabs.flatMap((tab) => tab.lastShownAt ?? []);
	return times.length > 0 ? Math.max(...times) : null;
}
