import { i18n } from '#i18n';
import type { Network } from '@/lib/model';
import { NetworkNotice } from './NetworkNotice';
import type { NetworkActions, NetworkEntry } from './network-entry';
import { needsLine } from './words/states';
import './NetworkNotices.css';

interface NetworkNoticesProps extends NetworkActions {
	networks: readonly NetworkEntry[];
	/** Those that are not missed while they are off. */
	unused: readonly Network[];
	now: number;
	onReport: () => void;
	onUnused: (network: Network) => void;
}

/** One calm line for each network that wants something, above the list. */
export function NetworkNotices({ networks, unused, ...rest }: NetworkNoticesProps) {
	const wanting = networks.filter(
		({ network, status: { state } }) =>
			needsLine(state) && !(state === 'off' && unused.includes(network)),
	);
	if (wanting.length === 0) return null;
	return (
		<ul class="notices" aria-label={i18n.t('state.label')}>
			{wanting.map((entry) => (
				<NetworkNotice key={entry.network} entry={entry} {...rest} />
			))}
		</ul>
	);
}
