import { i18n } from '#i18n';
import type { NetworkActions, NetworkEntry } from './network-entry';
import { networkName } from './words/networks';

interface TurnOnButtonsProps extends Pick<NetworkActions, 'onTurnOn'> {
	entry: NetworkEntry;
}

/** A click for each host: one says "Turn on", several say which. */
export function TurnOnButtons({ entry, onTurnOn }: TurnOnButtonsProps) {
	const isOnlyOne = entry.hosts.length === 1;
	return (
		<>
			{entry.hosts
				.filter((host) => !host.isGranted)
				.map((host) => (
					<button
						key={host.name}
						type="button"
						class="text-action"
						aria-label={i18n.t('verb.turnOnHost', [
							isOnlyOne ? networkName(entry.network) : host.name,
						])}
						onClick={() => onTurnOn(entry.network, host.name)}
					>
						{isOnlyOne ? i18n.t('verb.turnOn') : host.name}
					</button>
				))}
		</>
	);
}
