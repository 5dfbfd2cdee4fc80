import { i18n } from '#i18n';
import type { Network } from '@/lib/model';
import { networkName } from './words/networks';
import './TurnedOffQuestion.css';

interface TurnedOffQuestionProps {
	network: Network;
	onSettle: (network: Network, keep: boolean) => void;
}

/** Asked once after a network was turned off, here or in the browser. */
export function TurnedOffQuestion({ network, onSettle }: TurnedOffQuestionProps) {
	return (
		<section class="question" aria-label={networkName(network)} data-network={network}>
			<p>{i18n.t('turnedOff.question', [networkName(network)])}</p>
			<div class="question-answers">
				<button type="button" class="text-action" onClick={() => onSettle(network, true)}>
					{i18n.t('turnedOff.keep')}
				</button>
				<button
					type="button"
					class="text-action text-action-erase"
					onClick={() => onSettle(network, false)}
				>
					{i18n.t('turnedOff.delete')}
				</button>
			</div>
		</section>
	);
}
