import { i18n } from '#i18n';
import type { ListedAccount } from '@/lib/inbox/accounts';
import type { Network } from '@/lib/model';
import { type Erasure, erasureName } from './expiry/erasure';
import { NetworkLine } from './NetworkLine';
import { accountName } from './words/accounts';
import { heldText } from './words/holdings';

type Held = Parameters<typeof heldText>[0];
type Part = Exclude<Erasure, { what: 'everything' }>;

interface HeldLineProps {
	network: Network;
	held: Held;
	/** Where the network has several. */
	accounts: readonly { account: ListedAccount; held: Held }[];
	isBusy: boolean;
	onAsk: (erasure: Part, held: Held) => void;
}

/** What is stored of a network and of each of its accounts. */
export function HeldLine({ network, held, accounts, isBusy, onAsk }: HeldLineProps) {
	const button = (erasure: Part, amount: Held) =>
		amount.chats > 0 && (
			<button
				type="button"
				class="text-action text-action-erase"
				aria-label={i18n.t('eraseNow.open', [erasureName(erasure)])}
				disabled={isBusy}
				onClick={() => onAsk(erasure, amount)}
			>
				{i18n.t('act.delete')}
			</button>
		);
	return (
		<>
			<NetworkLine network={network}>
				<span class="network-line-amount" data-part="held">
					{heldText(held)}
				</span>
				{button({ what: 'network', network }, held)}
			</NetworkLine>
			{accounts.map(({ account, held: amount }) => (
				<li key={account.key} class="network-line held-account" data-part="held-account">
					<span class="network-line-name">{accountName(account)}</span>
					<span class="network-line-amount">{heldText(amount)}</span>
					{button({ what: 'account', network, account }, amount)}
				</li>
			))}
		</>
	);
}
