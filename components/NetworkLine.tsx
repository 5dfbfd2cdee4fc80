import type { ComponentChildren } from 'preact';
import type { Network } from '@/lib/model';
import { NetworkMark } from './NetworkMark';
import { networkName } from './words/networks';
import './NetworkLine.css';

interface NetworkLineProps {
	network: Network;
	/** At the line's end. */
	children: ComponentChildren;
}

/** A network in a list: its mark and name, then what is to be said or done of it. */
export function NetworkLine({ network, children }: NetworkLineProps) {
	return (
		<li class="network-line" data-network={network}>
			<NetworkMark network={network} />
			<span class="network-line-name">{networkName(network)}</span>
			{children}
		</li>
	);
}
