import { i18n } from '#i18n';
import { NetworkNotice } from './NetworkNotice';
import type { NetworkActions, NetworkEntry } from './network-entry';
import { needsLine } from './words/states';
import './NetworkNotices.css';

interface NetworkNoticesProps extends NetworkActions {
	networks: readonly NetworkEntry[];
	now: number;
	onReport: () => void;
}

/** One calm line for each network that wants something, above the list. */
export function NetworkNotices({ networks, ...rest }: NetworkNoticesProps) {
	const wanting = networks.filter((entry) => needsLine(entry.status.state));
	if (wanting.length === 0) return null;
	return (
		<ul class="notices" aria-label={i18n.t('state.label')}>
			{wanting.map((entry) => (
				<NetworkNotice key={entry.network} entry={entry} {...rest} />
			))}
		</ul>
	);
}
