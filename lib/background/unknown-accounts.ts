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

/** Under which one each open page had something stored since it was loaded. */
const storedKey = (network: Network): string => `unknown-account-stored:${network}`;

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
	stored: [string, number][];
}

/** A page was loaded anew: it is whoever is there now. */
export function joinUnknownAccount(network: Network, tabId: number): Promise<void> {
	return change(network, (known) => moveTab(withoutStored(known, tabId), tabId, known.generation));
}

/** A page shows that its person signed out: what comes after is somebody else. */
export function closeUnknownAccount(network: Network, tabId: number): Promise<void> {
	return change(network, (known) => {
		const own = generationOf(known, tabId);
		const isClosing = own === known.generation && known.isUsed;
		const next = isClosing ? { ...known, generation: known.generation + 1, isUsed: false } : known;
		return moveTab(withoutStored(next, tabId), tabId, next.generation);
	});
}

/**
 * Which unknown account a page was taken for before it told whose it is, since it was loaded
 * and since nobody signed out on it; `null` where it told at once.
 */
export async function takenForUnknown(network: Network, tabId: number): Promise<number | null> {
	await lastChange.catch(() => undefined);
	const { stored } = await load(network);
	return stored.find(([id]) => id === String(tabId))?.[1] ?? null;
}

/** Which unknown account a page shows; from then on it counts as used. */
export async function useUnknownAccount(network: Network, tabId: number): Promise<number> {
	let generation = 0;
	await change(network, (known) => {
		generation = generationOf(known, tabId);
		const isUsed = known.isUsed || generation === known.generation;
		const stored = placed(known.stored, tabId, generation);
		return moveTab({ ...known, isUsed, stored }, tabId, generation);
	});
	return generation;
}

const generationOf = ({ tabs, generation }: Known, tabId: number): number =>
	tabs.find(([id]) => id === String(tabId))?.[1] ?? generation;

function moveTab(known: Known, tabId: number, generation: number): Known {
	return { ...known, tabs: placed(known.tabs, tabId, generation) };
}

function withoutStored(known: Known, tabId: number): Known {
	return { ...known, stored: known.stored.filter(([id]) => id !== String(tabId)) };
}

function placed(tabs: Known['tabs'], tabId: number, generation: number): Known['tabs'] {
	const id = String(tabId);
	const others = tabs.filter(([other]) => other !== id);
	return [...others, [id, generation] as [string, number]]
		.sort(([a], [b]) => Number(a) - Number(b))
		.slice(-mostTabs);
}

/** One change after the other: each reads what the one before it wrote. */
let lastChange: Promise<void> = Promise.resolve();

function change(network: Network, edit: (known: Known) => Known): Promise<void> {
	const next = lastChange
		.catch(() => undefined)
		.then(async () => {
			const known = await load(network);
			const { tabs, stored, ...count } = edit(known);
			if (isSame(known, { tabs, stored, ...count })) return;
			if (count.generation !== known.generation || count.isUsed !== known.isUsed) {
				await browser.storage.local.set({ [localKey(network)]: count });
			}
			await browser.storage.session.set({
				[sessionKey(network)]: Object.fromEntries(tabs),
				[storedKey(network)]: Object.fromEntries(stored),
			});
		});
	lastChange = next;
	return next;
}

async function load(network: Network): Promise<Known> {
	const [local, session] = await Promise.all([
		browser.storage.local.get(localKey(network)),
		browser.storage.session.get([sessionKey(network), storedKey(network)]),
	]);
	const count = v.safeParse(countSchema, local[localKey(network)]);
	const entriesOf = (key: string): [string, number][] => {
		const tabs = v.safeParse(tabsSchema, session[key]);
		return tabs.success ? Object.entries(tabs.output) : [];
	};
	return {
		...(count.success ? count.output : { generation: 0, isUsed: false }),
		tabs: entriesOf(sessionKey(network)),
		stored: entriesOf(storedKey(network)),
	};
}
