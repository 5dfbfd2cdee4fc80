import { i18n } from '#i18n';
import type { NetworkEntry } from './network-entry';
import { stampText } from './words/days';
import { doubtWords } from './words/doubts';
import { networkName } from './words/networks';
import { countText } from './words/numbers';
import { stateName } from './words/states';
import './HealthTable.css';

interface HealthTableProps {
	networks: readonly NetworkEntry[];
	now: number;
}

/** How each reader is doing, in words and counts. */
export function HealthTable({ networks, now }: HealthTableProps) {
	return (
		<table class="health">
			<thead>
				<tr>
					<th scope="col">
						<span class="visually-hidden">{i18n.t('settings.networks')}</span>
					</th>
					<th scope="col">{i18n.t('settings.state')}</th>
					<th scope="col">{i18n.t('settings.lastRead')}</th>
					<th scope="col" title={i18n.t('settings.droppedDetail')}>
						{i18n.t('settings.dropped')}
					</th>
				</tr>
			</thead>
			<tbody>
				{networks.map(({ network, status }) => (
					<tr key={network} data-network={network} data-state={status.state}>
						<th scope="row">{networkName(network)}</th>
						<td>
							{stateName(status.state)}
							<Doubts status={status} />
						</td>
						<td>
							{status.since === null ? i18n.t('settings.never') : stampText(status.since, now)}
						</td>
						<td data-part="dropped">{countText(status.droppedCaptures)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** What a reader that reads only in part, or no longer, finds wanting. */
function Doubts({ status: { state, problems } }: Pick<NetworkEntry, 'status'>) {
	const isDoubtful = state === 'degraded' || state === 'layout-changed';
	const doubts = isDoubtful ? doubtWords(problems) : null;
	return doubts === null ? null : <span class="health-doubts">{doubts}</span>;
}
