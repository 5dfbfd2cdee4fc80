import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Network, networks } from '@/lib/model';
import { DefaultTimer } from './DefaultTimer';
import { NetworkMark } from './NetworkMark';
import { useTimerDesk } from './timer-desk';
import { timerText } from './words/durations';
import { networkName } from './words/networks';
import './NetworkTimers.css';

/** One line per network: the timer of its chats, and a way to give it another than all others. */
export function NetworkTimers() {
	const desk = useTimerDesk();
	const [opened, setOpened] = useState<Network | null>(null);
	if (!desk) return null;
	const { defaultTimer, networkTimers = {} } = desk.settings;

	return (
		<ul class="network-timers">
			{networks.map((network) => {
				const own = networkTimers[network] ?? null;
				const isOpen = opened === network;
				return (
					<li key={network}>
						<button
							type="button"
							class="network-timer"
							aria-expanded={isOpen}
							data-network={network}
							data-timer={own ?? 'default'}
							onClick={() => setOpened(isOpen ? null : network)}
						>
							<NetworkMark network={network} />
							<span>{networkName(network)}</span>
							<span class="network-timer-text">
								{own === null ? i18n.t('timer.default', [timerText(defaultTimer)]) : timerText(own)}
							</span>
						</button>
						{isOpen && (
							<DefaultTimer
								key={String(own)}
								network={network}
								timer={own}
								defaultTimer={defaultTimer}
								onSet={(timer) => {
									desk.choose({ scope: 'network', network, timer });
									setOpened(null);
								}}
							/>
						)}
					</li>
				);
			})}
		</ul>
	);
}
