import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Network, Timer } from '@/lib/model';
import { AboutText } from './AboutText';
import { DefaultTimer } from './DefaultTimer';
import { Diagnostics, type DiagnosticsProps } from './Diagnostics';
import { HealthTable } from './HealthTable';
import { Holdings, type HoldingsProps } from './Holdings';
import { Icon } from './Icon';
import { InterfaceSettings, type InterfaceSettingsProps } from './InterfaceSettings';
import { NetworkSettings } from './NetworkSettings';
import type { NetworkActions, NetworkEntry } from './network-entry';
import { TurnedOffQuestion } from './TurnedOffQuestion';
import './Settings.css';

export interface SettingsProps
	extends NetworkActions,
		DiagnosticsProps,
		HoldingsProps,
		InterfaceSettingsProps {
	/** `null` while the store opens. */
	defaultTimer: Timer | null;
	networks: readonly NetworkEntry[];
	turnedOff: readonly Network[];
	now: number;
	onBack: () => void;
	onSetDefaultTimer: (timer: Timer) => void;
	onTurnOff: (network: Network, hostName: string) => void;
	onSettle: (network: Network, keep: boolean) => void;
}

/** Everything that needs room: the default timer, the networks, how reading goes, the promises. */
export function Settings(props: SettingsProps) {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);

	return (
		<main class="settings">
			<div class="settings-column">
				<header class="settings-header">
					<button
						type="button"
						class="icon-button"
						aria-label={i18n.t('header.back')}
						title={i18n.t('header.back')}
						onClick={props.onBack}
					>
						<Icon name="back" isMirrored />
					</button>
					<h1 class="settings-title" tabIndex={-1} ref={heading}>
						{i18n.t('settings.title')}
					</h1>
				</header>

				<section class="settings-section">
					<h2>{i18n.t('settings.networks')}</h2>
					<p class="detail">{i18n.t('settings.networksDetail')}</p>
					{props.turnedOff.map((network) => (
						<TurnedOffQuestion key={network} network={network} onSettle={props.onSettle} />
					))}
					<NetworkSettings
						networks={props.networks}
						onTurnOn={props.onTurnOn}
						onTurnOff={props.onTurnOff}
					/>
					<Holdings holdings={props.holdings} isOnlyDeletable={props.isOnlyDeletable} />
				</section>

				<section class="settings-section">
					<h2>{i18n.t('settings.timer')}</h2>
					<p class="detail">{i18n.t('settings.timerDetail')}</p>
					{props.defaultTimer !== null && (
						<DefaultTimer timer={props.defaultTimer} onSet={props.onSetDefaultTimer} />
					)}
				</section>

				<section class="settings-section">
					<h2>{i18n.t('interface.title')}</h2>
					<InterfaceSettings preferences={props.preferences} onPrefer={props.onPrefer} />
				</section>

				<section class="settings-section">
					<h2>{i18n.t('settings.health')}</h2>
					<p class="detail">{i18n.t('settings.healthDetail')}</p>
					<HealthTable networks={props.networks} now={props.now} />
					<Diagnostics
						networks={props.networks}
						diagnostics={props.diagnostics}
						onCopyDiagnostics={props.onCopyDiagnostics}
						onSaveStructure={props.onSaveStructure}
					/>
				</section>

				<section class="settings-section">
					<h2>{i18n.t('settings.about')}</h2>
					<AboutText />
				</section>
			</div>
		</main>
	);
}
