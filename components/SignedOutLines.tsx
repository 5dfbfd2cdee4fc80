import { i18n } from '#i18n';
import type { ListedAccount } from '@/lib/inbox/accounts';
import type { ChatRow } from '@/lib/model';
import { accountName } from './words/accounts';
import { networkName } from './words/networks';
import './NetworkNotices.css';

interface SignedOutLinesProps {
	/** Those that are shown now. */
	rows: readonly ChatRow[];
	signedOut: ReadonlySet<string>;
	/** Those of networks that have several, by their keys. */
	accounts: ReadonlyMap<string, ListedAccount>;
	/** Asks whether all that is stored of an account is to go now. */
	onForget: (chatKeys: readonly string[]) => void;
}

/** What is still kept of accounts that are signed out: it stays until it expires, or goes now. */
export function SignedOutLines({ rows, signedOut, accounts, onForget }: SignedOutLinesProps) {
	const byAccount = new Map<string, ChatRow[]>();
	for (const row of rows) {
		const { account } = row.chat;
		if (signedOut.has(account)) byAccount.set(account, [...(byAccount.get(account) ?? []), row]);
	}
	return (
		<>
			{[...byAccount].map(([account, [first, ...others]]) => {
				if (!first) return null;
				const listed = accounts.get(account);
				const network = networkName(first.chat.network);
				const name = listed ? `${network}, ${accountName(listed)}` : network;
				return (
					<div key={account} class="notices notice" data-part="signed-out">
						<p class="notice-words">{i18n.t('account.signedOut', [name])}</p>
						<button
							type="button"
							class="text-action"
							aria-label={i18n.t('account.forgetNamed', [name])}
							onClick={() => onForget([first, ...others].map(({ chat }) => chat.key))}
						>
							{i18n.t('account.forget')}
						</button>
					</div>
				);
			})}
		</>
	);
}
