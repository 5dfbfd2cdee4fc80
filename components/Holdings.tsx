import { i18n } from '#i18n';
import { type Network, networks } from '@/lib/model';
import { NetworkMark } from './NetworkMark';
import { heldText } from './words/holdings';
import { networkName } from './words/networks';
import './Holdings.css';

interface Holding {
	chats: number;
	messages: number;
	bytes: number;
}

export interface HoldingsProps {
	/** `null` until counted. */
	holdings: ReadonlyMap<Network, Holding> | null;
	/** Nothing can be overwritten in place in this browser: deleting is all there is. */
	isOnlyDeletable: boolean;
}

/** How much of each network is stored. */
export function Holdings({ holdings, isOnlyDeletable }: HoldingsProps) {
	if (holdings === null && !isOnlyDeletable) return null;
	return (
		<section class="holdings" aria-labelledby="holdings-title">
			<h3 id="holdings-title">{i18n.t('stored.title')}</h3>
			{holdings !== null && (
				<ul aria-labelledby="holdings-title">
					{networks.map((network) => (
						<li key={network} class="holding" data-network={network}>
							<NetworkMark network={network} />
							<span class="holding-name">{networkName(network)}</span>
							<span class="holding-amount" data-part="held">
								{heldText(holdings.get(network) ?? { chats: 0, messages: 0, bytes: 0 })}
							</span>
						</li>
					))}
				</ul>
			)}
			{isOnlyDeletable && (
				<p class="detail" role="note" data-part="only-deletable">
					{i18n.t('stored.onlyDeletable')}
				</p>
			)}
		</section>
	);
}
