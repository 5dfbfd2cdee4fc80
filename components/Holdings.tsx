import { i18n } from '#i18n';
import { type Network, networks } from '@/lib/model';
import { NetworkLine } from './NetworkLine';
import { heldText } from './words/holdings';

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
	return (
		<>
			{holdings !== null && (
				<ul aria-label={i18n.t('section.stored')}>
					{networks.map((network) => (
						<NetworkLine key={network} network={network}>
							<span class="network-line-amount" data-part="held">
								{heldText(holdings.get(network) ?? { chats: 0, messages: 0, bytes: 0 })}
							</span>
						</NetworkLine>
					))}
				</ul>
			)}
			{isOnlyDeletable && (
				<p class="detail" role="note" data-part="only-deletable">
					{i18n.t('stored.onlyDeletable')}
				</p>
			)}
		</>
	);
}
