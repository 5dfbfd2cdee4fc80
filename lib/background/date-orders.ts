import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { dateOrders, type Network, type SettledOrder } from '@/lib/model';

/**
 * Which comes first in an account's dates, day or month, as one of its pages has proven:
 * known beyond that page, so that the next one need not learn it anew. Accounts by their
 * keyed hashes, the one learned last at the end; nothing else is kept.
 */
const localKey = (network: Network): string => `date-orders:${network}`;

const knownSchema = v.array(v.tuple([v.string(), v.picklist(dateOrders)]));

/** More accounts than anybody has on one network. */
const mostAccounts = 20;

/**
 * What is known of an account's dates after a capture, which may have proven it. Not to be
 * called twice at once: captures come one after the other.
 */
export async function learnDateOrder(
	network: Network,
	accountKey: string,
	proven: SettledOrder | undefined,
): Promise<SettledOrder | undefined> {
	const known = await load(network);
	const before = known.find(([key]) => key === accountKey)?.[1];
	if (proven === undefined || proven === before) return before;
	const others = known.filter(([key]) => key !== accountKey);
	const next = [...others, [accountKey, proven] as const].slice(-mostAccounts);
	await browser.storage.local.set({ [localKey(network)]: next });
	return proven;
}

/** With a network's copies goes what was learned from its pages. */
export async function forgetDateOrders(network: Network): Promise<void> {
	await browser.storage.local.remove(localKey(network));
}

async function load(network: Network): Promise<v.InferOutput<typeof knownSchema>> {
	const found = await browser.storage.local.get(localKey(network));
	const known = v.safeParse(knownSchema, found[localKey(network)]);
	return known.success ? known.output : [];
}
