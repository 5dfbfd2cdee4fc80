import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type CatchUpProgress, catchUpSchema } from '@/lib/messaging';
import { type Network, networks } from '@/lib/model';
import { readKeys } from './read-keys';
import { watchKeys } from './watch-keys';

/** How the last catch-up of each network goes or went, for as long as the browser runs. */
export interface CatchUp {
	tabId: number;
	/** When its page last told. */
	at: number;
	progress: CatchUpProgress;
}

export type CatchUps = Partial<Record<Network, CatchUp>>;

const prefix = 'catch-up:';
const keyOf = (network: Network): string => prefix + network;

const storedSchema = v.object({ tabId: v.number(), at: v.number(), progress: catchUpSchema });

export async function loadCatchUps(): Promise<CatchUps> {
	const found = await readKeys('session', networks.map(keyOf));
	return Object.fromEntries(
		networks.flatMap((network) => {
			const stored = v.safeParse(storedSchema, found[keyOf(network)]);
			return stored.success ? [[network, stored.output]] : [];
		}),
	);
}

/** Replaces what was last told of a network's catch-up. */
export async function saveCatchUp(
	network: Network,
	tabId: number,
	progress: CatchUpProgress,
): Promise<void> {
	const told: CatchUp = { tabId, at: Date.now(), progress };
	await browser.storage.session.set({ [keyOf(network)]: told });
}

/** Calls back when there is progress. Returns the unsubscriber. */
export const watchCatchUps = (listener: () => void): (() => void) =>
	watchKeys('session', prefix, listener);
