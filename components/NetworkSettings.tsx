import { i18n } from '#i18n';
import type { Network } from '@/lib/model';
import { NetworkMark } from './NetworkMark';
import type { NetworkActions, NetworkEntry } from './network-entry';
import { networkName } from './words/networks';
import './NetworkSettings.css';

interface NetworkSettingsProps extends Pick<NetworkActions, 'onTurnOn'> {
	networks: readonly NetworkEntry[];
	/** Absent where nothing is turned off again, as on the welcome page. */
	onTurnOff?: (network: Network, hostName: string) => void;
}

/** Each network's sites, turned on and off one by one. */
export function NetworkSettings({ networks, onTurnOn, onTurnOff }: NetworkSettingsProps) {
	return (
		<ul class="network-settings">
			{networks.flatMap(({ network, hosts, status }) =>
				hosts.map((host) => (
					<li
						key={host.name}
						class="network-setting"
						data-network={network}
						data-host={host.name}
						data-state={status.state === 'off' ? 'off' : undefined}
					>
						<NetworkMark network={network} />
						<p class="network-setting-names">
							<span>{networkName(network)}</span>
							<span class="network-setting-host">{host.name}</span>
						</p>
						{host.isGranted && <span class="network-setting-on">{i18n.t('settings.hostOn')}</span>}
						{!host.isGranted && (
							<button
								type="button"
								class="soft-action"
								aria-label={i18n.t('verb.turnOnHost', [host.name])}
								onClick={() => onTurnOn(network, host.name)}
							>
								{i18n.t('verb.turnOn')}
							</button>
						)}
						{host.isGranted && onTurnOff && (
							<button
								type="button"
								class="text-action"
								aria-label={i18n.t('settings.turnOff', [host.name])}
								onClick={() => onTurnOff(network, host.name)}
							>
								{i18n.t('settings.stop')}
							</button>
						)}
					</li>
				)),
			)}
		</ul>
	);
}
