import { i18n } from '#i18n';
import { NetworkMark } from './NetworkMark';
import type { NetworkActions, NetworkEntry } from './network-entry';
import { TurnOnButtons } from './TurnOnButtons';
import { networkName } from './words/networks';
import { stateAge, stateSentence, verbOf } from './words/states';

interface NetworkNoticeProps extends NetworkActions {
	entry: NetworkEntry;
	now: number;
	/** Leads to what may be attached to a report. */
	onReport: () => void;
}

/** What a network wants, with the one verb that mends it. */
export function NetworkNotice(props: NetworkNoticeProps) {
	const { entry, now, onOpenNetwork, onReport } = props;
	const { network, status } = entry;
	const verb = verbOf(status.state);
	const age = stateAge(status, now);

	return (
		<li class="notice" data-network={network} data-state={status.state}>
			<NetworkMark network={network} />
			<p class="notice-words">
				{stateSentence(status, now)}
				{age && <span class="notice-age"> · {age}</span>}
			</p>
			{verb === 'turnOn' && (
				<div class="notice-verbs">
					<TurnOnButtons entry={entry} onTurnOn={props.onTurnOn} />
				</div>
			)}
			{verb !== null && verb !== 'turnOn' && (
				<button
					type="button"
					class="text-action"
					aria-label={`${i18n.t(`verb.${verb}`)}: ${networkName(network)}`}
					onClick={() => (verb === 'report' ? onReport() : onOpenNetwork(network))}
				>
					{i18n.t(`verb.${verb}`)}
				</button>
			)}
		</li>
	);
}
