import type { Network } from '@/lib/model';
import { networkName } from './words/networks';
import './NetworkMark.css';

/** Shapes of ours, one a network, so that colour is never alone: a square, a round, an arch. */
const shapes: Record<Network, string> = {
	whatsapp: 'M5 1h6a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4H5a4 4 0 0 1-4-4V5a4 4 0 0 1 4-4Z',
	messenger: 'M8 .6a7.4 7.4 0 1 1 0 14.8A7.4 7.4 0 0 1 8 .6Z',
	instagram:
		'M8 .6A6.6 6.6 0 0 1 14.6 7.2v6A1.8 1.8 0 0 1 12.8 15H3.2a1.8 1.8 0 0 1-1.8-1.8v-6A6.6 6.6 0 0 1 8 .6Z',
};

/** The network's letter on our own shape; beside words, so hidden from assistive technology. */
export function NetworkMark({ network }: { network: Network }) {
	return (
		<svg class={`network-mark network-${network}`} viewBox="0 0 16 16" aria-hidden="true">
			<path d={shapes[network]} />
			<text x="8" y="11.6">
				{networkName(network)[0]}
			</text>
		</svg>
	);
}
