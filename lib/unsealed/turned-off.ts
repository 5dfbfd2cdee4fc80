import { browser } from 'wxt/browser';
import { type Network, networks } from '@/lib/model';
import { readKeys } from './read-keys';
import { watchKeys } from './watch-keys';

/**
 * The one question that stays open after a network was turned off, here or in the
 * browser: keep what is stored until it expires, or delete it now? Which networks it is
 * open for is all that is kept; nothing about the user.
 */

const prefix = 'turned-off:';
const keyOf = (network: Network): string => prefix + network;

export async function askAfterTurningOff(network: Network): Promise<void> {
	await browser.storage.local.set({ [keyOf(network)]: true });
}

export async function closeQuestion(network: Network): Promise<void> {
	await browser.storage.local.remove(keyOf(network));
}

/** The networks whose question is open. */
export async function loadOpenQuestions(): Promise<Network[]> {
	const found = await readKeys('local', networks.map(keyOf));
	return networks.filter((network) => found[keyOf(network)] === true);
}

/** Calls back when a question was opened or closed. Returns the unsubscriber. */
export const watchOpenQuestions = (listener: () => void): (() => void) =>
	watchKeys('local', prefix, listener);
