import { browser } from 'wxt/browser';
import type { CommandAnswer } from '@/lib/messaging';
import type { Network } from '@/lib/model';
import { askAfterTurningOff, closeQuestion } from '@/lib/unsealed/turned-off';
import { deleteNetwork } from './delete-now';
import { grantedMatches } from './granted-hosts';
import type { OpenInbox } from './open-inbox';
import { reportFailure } from './report-failure';

/** Gives a network's hosts back to the browser. What follows from that is done where it is noticed. */
export async function giveHostsBack(network: Network): Promise<CommandAnswer> {
	const origins = await grantedMatches(network);
	try {
		if (origins.length === 0 || (await browser.permissions.remove({ origins }))) {
			return { done: true };
		}
	} catch (error) {
		// Chrome keeps hosts that a build demands at install (tried 2026-11 with 156).
		reportFailure('giving hosts back', error);
	}
	return { done: false, reason: 'host-required' };
}

/** Opens the question what becomes of the copies of a network that was turned off, if there are any. */
export async function askWhatToKeep(network: Network, openInbox: OpenInbox): Promise<void> {
	if (await hasCopies(network, openInbox)) await askAfterTurningOff(network);
}

/** `true` also if the inbox does not open: then it is better to ask in vain. */
async function hasCopies(network: Network, openInbox: OpenInbox): Promise<boolean> {
	try {
		const chats = await (await openInbox()).chats();
		return chats.some((chat) => chat.network === network);
	} catch (error) {
		reportFailure('looking for copies', error);
		return true;
	}
}

/** Deletes a network's copies or lets their timers run; the question is closed once that is done. */
export async function settleTurnedOff(
	network: Network,
	keep: boolean,
	openInbox: OpenInbox,
): Promise<void> {
	if (!keep) await deleteNetwork(openInbox, network);
	await closeQuestion(network);
}
