import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isSame } from '@/lib/inbox/changes';
import type { Network } from '@/lib/model';

/**
 * Where a page does not tell whose it is, its account is "unknown": one person until a page
 * shows that they signed out, another from then on. How often that was so is all that is kept,
 * for as long as chats are: beyond the worker and the browser.
 */
const localKey = (network: Network): string => `unknown-account:${network}`;
/** Which unknown account each open page belongs to: a page keeps showing whose it was. */
const sessionKey = (network: Network): string => `unknown-account-tabs:${network}`;

const countSchema = v.object({
	generation: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** Whether anything was stored of it. */
	isUsed: v.boolean(),
});
const tabsSchema = v.record(v.string(), v.number());

/** Pages remembered at most: those of tabs long gone are forgotten first. */
const mostTabs = 50;

interface Known {
	generation: number;
	isUsed: boolean;
	/** By tab; those with the lowest ids are oldest. */
	tabs: [string, number][];
}

/** A page was loaded anew: it is whoever is there now. */
export function joinUnknownAccount(network: Network, tabId: number): Promise<void> {
	return change(network, (known) => moveTab(known, tabId, known.generation));
}

/** A page shows that its person signed out: what comes after is somebody else. */
export function closeUnknownAccount(network: Network, tabId: number): Promise<void> {
	return change(network, (known) => {
		const own = generationOf(known, tabId);
		const isClosing = own === known.generation && known.isUsed;
		const next = isClosing ? { ...known, generation: known.generation + 1, isUsed: false } : known;
		return moveTab(next, tabId, next.generation);
	});
}

/** Which unknown account a page shows; from then on it counts as used. */
export async function useUnknownAccount(network: Network, tabId: number): Promise<number> {
	let generation = 0;
	await change(network, (known) => {
		generation = generationOf(known, tabId);
		const isUsed = known.isUsed || generation === known.generation;
		return moveTab({ ...known, isUsed }, tabId, generation);
	});
	return generation;
}

const generationOf = ({ tabs, generation }: Known, tabId: number): number =>
	tabs.find(([id]) => id === String(tabId))?.[1] ?? generation;

function moveTab(known: Known, tabId: number, generation: number): Known {
	const id = String(tabId);
	const others = known.tabs.filter(([other]) => other !== id);
	const tabs = [...others, [id, generation] as [string, number]];
	return { ...known, tabs: tabs.sort(([a], [b]) => Number(a) - Number(b)).slice(-mostTabs) };
}

/** One change after the other: each reads what the one before it wrote. */
let lastChange: Promise<void> = Promise.resolve();

function change(network: Network, edit: (known: Known) => Known): Promise<void> {
	const next = lastChange
		.catch(() => undefined)
		.then(async () => {
			const known = await load(network);
			const { tabs, ...count } = edit(known);
			if (isSame(known, { tabs, ...count })) return;
			if (count.generation !== known.generation || count.isUsed !== known.isUsed) {
				await browser.storage.local.set({ [localKey(network)]: count });
			}
			await browser.storage.session.set({ [sessionKey(network)]: Object.fromEntries(tabs) });
		});
	lastChange = next;
	return next;
}

async function load(network: Network): Promise<Known> {
	const [local, session] = await Promise.all([
		browser.storage.local.get(localKey(network)),
		browser.storage.session.get(sessionKey(network)),
	]);
	const count = v.safeParse(countSchema, local[localKey(network)]);
	const tabs = v.safeParse(tabsSchema, session[sessionKey(network)]);
	return {
		...(count.success ? count.output : { generation: 0, isUsed: false }),
		tabs: tabs.success ? Object.entries(tabs.output) : [],
	};
}
