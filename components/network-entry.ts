import type { Network, NetworkStatus } from '@/lib/model';

/** One network as the interface knows it: how it is doing, and what its user allowed. */
export interface NetworkEntry {
	network: Network;
	status: NetworkStatus;
	/** In the order offered; each is turned on by a click of its own. */
	hosts: readonly NetworkHost[];
}

export interface NetworkHost {
	/** As people know it: `messenger.com`. */
	name: string;
	isGranted: boolean;
}

export interface NetworkActions {
	/** Must ask the browser within the click that calls it. */
	onTurnOn: (network: Network, hostName: string) => void;
	/** Shows the network's tab, or opens one. */
	/** At one of its chats, where its own id is given. */
	onOpenNetwork: (network: Network, nativeId?: string | null) => void;
}

/** How reading a network's list on goes or went: counts only. */
export interface CatchUpEntry {
	state:
		| 'running'
		| 'done'
		| 'stopped'
		| 'touched'
		| 'interrupted'
		| 'hidden'
		| 'bounded'
		| 'no-list'
		| 'left';
	chats: number;
	/** How far down the list, 0 to 1. */
	share: number;
}

export interface CatchUpActions {
	/** `show` brings the network's tab to the front first. */
	onCatchUp: (network: Network, show: boolean) => void;
	onEndCatchUp: (network: Network) => void;
}
