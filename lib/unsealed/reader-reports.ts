import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type HealthReport, healthSchema } from '@/lib/messaging';
import { type Network, networks } from '@/lib/model';
import { readKeys } from './read-keys';
import { watchKeys } from './watch-keys';

/**
 * What the readers last said of themselves, for as long as the browser runs: states,
 * layers and counts, never a text or an id. The background writes, pages read.
 */
export interface ReaderReport {
	/** The last report of each tab, newest first; a tab may be gone since. */
	tabs: TabReport[];
	/** Captures refused whole, and single rows left out, since the browser started. */
	dropped: { captures: number; rows: number };
	/** When any of its pages was last read, whole or in part; `null` if none was. */
	lastReadAt: number | null;
}

export interface TabReport {
	tabId: number;
	health: HealthReport;
}

export type ReaderReports = Record<Network, ReaderReport>;

/** More tabs of one messenger than anyone reads at once; older reports go. */
const mostTabs = 20;

const prefix = 'reader:';
const keyOf = (network: Network): string => prefix + network;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const reportSchema = v.object({
	tabs: v.array(v.object({ tabId: v.number(), health: healthSchema })),
	dropped: v.object({ captures: count, rows: count }),
	lastReadAt: v.nullable(count),
});

const noReport: ReaderReport = {
	tabs: [],
	dropped: { captures: 0, rows: 0 },
	lastReadAt: null,
};

/** Whether a page in this state was read, whole or in part. */
export const isRead = (state: HealthReport['state']): boolean =>
	state === 'reading' || state === 'hidden' || state === 'degraded';

export async function loadReports(): Promise<ReaderReports> {
	const found = await readKeys('session', networks.map(keyOf));
	const [whatsapp, messenger, instagram] = networks.map((network) => {
		const report = v.safeParse(reportSchema, found[keyOf(network)]);
		return report.success ? report.output : noReport;
	});
	return {
		whatsapp: whatsapp ?? noReport,
		messenger: messenger ?? noReport,
		instagram: instagram ?? noReport,
	};
}

/** Replaces what the reader in this tab said before. */
export async function saveHealth(
	network: Network,
	tabId: number,
	health: HealthReport,
): Promise<void> {
	await change(network, ({ tabs, ...report }) => ({
		...report,
		lastReadAt: isRead(health.state) ? health.readAt : report.lastReadAt,
		tabs: [{ tabId, health }, ...tabs.filter((tab) => tab.tabId !== tabId)].slice(0, mostTabs),
	}));
}

/** A tab's page was loaded anew: what its reader said of the one before holds no more. */
export async function forgetHealth(network: Network, tabId: number): Promise<void> {
	await change(network, ({ tabs, ...report }) => ({
		...report,
		tabs: tabs.filter((tab) => tab.tabId !== tabId),
	}));
}

/** Adds to what was refused of a network. */
export async function countDropped(
	network: Network,
	{ captures = 0, rows = 0 }: { captures?: number; rows?: number },
): Promise<void> {
	if (captures === 0 && rows === 0) return;
	await change(network, ({ dropped, ...report }) => ({
		...report,
		dropped: { captures: dropped.captures + captures, rows: dropped.rows + rows },
	}));
}

/** Calls back when a report changed. Returns the unsubscriber. */
export const watchReports = (listener: () => void): (() => void) =>
	watchKeys('session', prefix, listener);

/** One change after the other: each reads what the one before it wrote. */
let lastChange: Promise<void> = Promise.resolve();

function change(network: Network, edit: (report: ReaderReport) => ReaderReport): Promise<void> {
	const next = lastChange
		.catch(() => undefined)
		.then(async () => {
			const reports = await loadReports();
			await browser.storage.session.set({ [keyOf(network)]: edit(reports[network]) });
		});
	lastChange = next;
	return next;
}
