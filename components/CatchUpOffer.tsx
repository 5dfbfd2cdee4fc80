import { i18n } from '#i18n';
import type { Network } from '@/lib/model';
import type { CatchUpActions, CatchUpEntry, NetworkEntry } from './network-entry';
import { networkName } from './words/networks';
import { stateAge } from './words/states';
import './CatchUpOffer.css';

interface CatchUpOfferProps extends Pick<CatchUpActions, 'onCatchUp'> {
	networks: readonly NetworkEntry[];
	now: number;
	/** The only one shown, `null` for all. */
	only: Network | null;
	running: Partial<Record<Network, CatchUpEntry>>;
}

/** Under the last chat: more is in the pages than they drew, and a click reads it. */
export function CatchUpOffer({ networks, now, only, running, onCatchUp }: CatchUpOfferProps) {
	const readable = networks.filter(
		({ network, status }) =>
			(only === null || only === network) &&
			running[network]?.state !== 'running' &&
			['reading', 'hidden', 'degraded'].includes(status.state),
	);
	if (readable.length === 0) return null;
	return (
		<section class="catch-up-offer" aria-label={i18n.t('catchUp.title')}>
			{readable.map(({ network, status }) => {
				const asOf = status.state === 'hidden' ? stateAge(status, now) : null;
				return asOf === null ? null : (
					<p key={network} class="catch-up-as-of" data-part="hidden-as-of">
						{i18n.t('state.hiddenAsOf', { name: networkName(network), asOf })}
					</p>
				);
			})}
			<p>{i18n.t('catchUp.detail')}</p>
			<div class="catch-up-verbs">
				{readable.map(({ network }) => (
					<button
						key={network}
						type="button"
						class="text-action"
						onClick={() => onCatchUp(network, false)}
					>
						{i18n.t('catchUp.beginNamed', [networkName(network)])}
					</button>
				))}
			</div>
		</section>
	);
}
