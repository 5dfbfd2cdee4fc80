import { browser } from 'wxt/browser';
import type { CommandAnswer } from '@/lib/messaging';
import type { Network } from '@/lib/model';
import { forgetPlaces } from '@/lib/unsealed/kept-places';
import { forgetSignedOut } from '@/lib/unsealed/signed-out';
import { browserSession } from '@/lib/vault/session-secret';
import { forgetDateOrders } from './date-orders';
import { deleteChats } from './delete-chats';
import type { OpenInbox } from './open-inbox';

const done: CommandAnswer = { done: true };

/** Deletes all that is stored of one account, and that it was signed out. */
export async function deleteAccount(openInbox: OpenInbox, account: string): Promise<CommandAnswer> {
	await deleteChats(openInbox, (chat) => chat.account === account);
	await forgetSignedOut(account);
	return done;
}

/** Deletes all that is stored of one network, and what was learned from its pages. */
export async function deleteNetwork(
	openInbox: OpenInbox,
	network: Network,
): Promise<CommandAnswer> {
	await deleteChats(openInbox, (chat) => chat.network === network);
	await forgetDateOrders(network);
	return done;
}

/**
 * Deletes everything: every cell is effaced before a row goes, and with them every key. Then
 * goes what lies in clear beside the store, and where somebody was in it. Who comes next
 * finds a store that is new.
 */
export async function deleteEverything(openInbox: OpenInbox): Promise<CommandAnswer> {
	await (await openInbox()).removeAll();
	await Promise.all([browserSession.forget(), forgetPlaces(), browser.storage.local.clear()]);
	return done;
}
