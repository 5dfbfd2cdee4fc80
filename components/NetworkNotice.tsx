import { i18n } from '#i18n';
import type { Network } from '@/lib/model';
import { IconButton } from './IconButton';
import { NetworkMark } from './NetworkMark';
import type { NetworkActions, NetworkEntry } from './network-entry';
import { TurnOnButtons } from './TurnOnButtons';
import { useLasting } from './use-lasting';
import { networkName } from './words/networks';
import { stateAge, stateSentence, verbOf } from './words/states';

interface NetworkNoticeProps extends NetworkActions {
	entry: NetworkEntry;
	now: number;
	/** Leads to what may be attached to a report. */
	onReport: () => void;
	/** Wants to hear no more of one that is off. */
	onUnused: (network: Network) => void;
}

/** A page loads in a moment, mostly: a line that comes and goes would move the list twice. */
const patienceMs = 4_000;

/** What a network wants, with the one verb that mends it. */
export function NetworkNotice(props: NetworkNoticeProps) {
	const { entry, now, onOpenNetwork, onReport } = props;
	const { network, status } = entry;
	const verb = verbOf(status.state);
	const age = stateAge(status, now);
	const isLoading = status.state === 'loading';
	const isSlow = useLasting(isLoading, patienceMs);
	if (isLoading && !isSlow) return null;

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
					<IconButton
						class="notice-close"
						icon="close"
						size={16}
						label={i18n.t('state.unused', [networkName(network)])}
						onPress={() => props.onUnused(network)}
					/>
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
