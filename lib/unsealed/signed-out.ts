import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Network, networks } from '@/lib/model';
import { readKey } from './read-keys';
import { watchKeys } from './watch-keys';

/**
 * Which accounts a page showed to be signed out, by their keyed hashes: known beyond worker
 * and browser, until a page shows them signed in again. Nothing else is kept of them.
 */
const prefix = 'signed-out:';
const localKey = (network: Network): string => prefix + network;
/** Which account each open page last showed. */
const sessionKey = (network: Network): string => `account-of-tabs:${network}`;

const keysSchema = v.array(v.string());
const tabsSchema = v.record(v.string(), v.string());
/** Pages and accounts remembered at most. */
const most = 50;

/** A page shows an account, which is signed in then. */
export async function noteSignedIn(
	network: Network,
	tabId: number,
	accountKey: string,
): Promise<void> {
	const [tabs, out] = await Promise.all([loadTabs(network), loadSignedOutOf(network)]);
	if (tabs[tabId] !== accountKey) {
		const { [tabId]: _, ...others } = tabs;
		const kept = [...Object.entries(others), [String(tabId), accountKey]].slice(-most);
		await browser.storage.session.set({ [sessionKey(network)]: Object.fromEntries(kept) });
	}
	if (out.includes(accountKey)) await save(network, without(out, accountKey));
}

/** A page shows that whoever was signed in on it is no more. */
export async function noteSignedOut(network: Network, tabId: number): Promise<void> {
	const accountKey = (await loadTabs(network))[tabId];
	const out = await loadSignedOutOf(network);
	if (accountKey === undefined || out.includes(accountKey)) return;
	await save(network, [...out, accountKey].slice(-most));
}

/** An account of which nothing is kept any more. */
export async function forgetSignedOut(accountKey: string): Promise<void> {
	for (const network of networks) {
		const out = await loadSignedOutOf(network);
		if (out.includes(accountKey)) await save(network, without(out, accountKey));
	}
}

/** The keys of all accounts that are known to be signed out. */
export async function loadSignedOut(): Promise<ReadonlySet<string>> {
	return new Set((await Promise.all(networks.map(loadSignedOutOf))).flat());
}

/** Calls back when an account was signed out or in. Returns the unsubscriber. */
export const watchSignedOut = (listener: () => void): (() => void) =>
	watchKeys('local', prefix, listener);

const without = (keys: readonly string[], key: string): string[] =>
	keys.filter((each) => each !== key);

async function save(network: Network, keys: readonly string[]): Promise<void> {
	await browser.storage.local.set({ [localKey(network)]: keys });
}

async function loadSignedOutOf(network: Network): Promise<string[]> {
	const keys = v.safeParse(keysSchema, await readKey('local', localKey(network)));
	return keys.success ? keys.output : [];
}

async function loadTabs(network: Network): Promise<Record<string, string>> {
	const tabs = v.safeParse(tabsSchema, await readKey('session', sessionKey(network)));
	return tabs.success ? tabs.output : {};
}
