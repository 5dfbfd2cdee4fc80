import type { ListedAccount } from '@/lib/inbox/accounts';
import type { Network } from '@/lib/model';
import { accountName } from '../words/accounts';
import { networkName } from '../words/networks';

/** What can be deleted at once, beside single chats and messages. */
export type Erasure =
	| { what: 'network'; network: Network }
	| { what: 'account'; network: Network; account: ListedAccount }
	| { what: 'everything' };

/** "WhatsApp", "WhatsApp, Account 2". */
export function erasureName(erasure: Exclude<Erasure, { what: 'everything' }>): string {
	const network = networkName(erasure.network);
	return erasure.what === 'account' ? `${network}, ${accountName(erasure.account)}` : network;
}
