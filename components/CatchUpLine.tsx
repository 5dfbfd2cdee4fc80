import { i18n } from '#i18n';
import type { Network } from '@/lib/model';
import { NetworkMark } from './NetworkMark';
import type { CatchUpActions, CatchUpEntry } from './network-entry';
import { catchUpSentence } from './words/catch-ups';
import { networkName } from './words/networks';
import './CatchUpLine.css';

interface CatchUpLineProps extends CatchUpActions {
	network: Network;
	catchUp: CatchUpEntry;
}

/** How reading a network's list on goes or went, with the one thing to do about it. */
export function CatchUpLine({ network, catchUp, onCatchUp, onEndCatchUp }: CatchUpLineProps) {
	const name = networkName(network);
	return (
		<li class="notice catch-up" data-network={network} data-catch-up={catchUp.state}>
			<NetworkMark network={network} />
			<p class="notice-words" role="status" data-part="catch-up-words">
				{catchUpSentence(network, catchUp)}
			</p>
			{catchUp.state === 'running' && (
				<button
					type="button"
					class="text-action"
					aria-label={i18n.t('catchUp.endNamed', [name])}
					onClick={() => onEndCatchUp(network)}
				>
					{i18n.t('catchUp.end')}
				</button>
			)}
			{catchUp.state === 'hidden' && (
				<button
					type="button"
					class="text-action"
					aria-label={i18n.t('catchUp.showNamed', [name])}
					onClick={() => onCatchUp(network, true)}
				>
					{i18n.t('catchUp.show')}
				</button>
			)}
			{catchUp.state === 'running' && (
				<progress
					class="catch-up-share"
					value={catchUp.share}
					max={1}
					aria-label={i18n.t('catchUp.progress')}
				/>
			)}
		</li>
	);
}
