import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ChatRow, Network, Timer } from '@/lib/model';
import { AboutText } from './AboutText';
import { DefaultTimer } from './DefaultTimer';
import { Diagnostics, type DiagnosticsProps } from './Diagnostics';
import { DiskFigures } from './expiry/DiskFigures';
import { TimerLog } from './expiry/TimerLog';
import { HealthTable } from './HealthTable';
import { Holdings, type HoldingsProps } from './Holdings';
import { IconButton } from './IconButton';
import { InterfaceSettings, type InterfaceSettingsProps } from './InterfaceSettings';
import { VaultSettings, type VaultSettingsProps } from './lock/VaultSettings';
import { NetworkSettings } from './NetworkSettings';
import { NetworkTimers } from './NetworkTimers';
import { NotificationSettings, type NotificationSettingsProps } from './NotificationSettings';
import type { NetworkActions, NetworkEntry } from './network-entry';
import { SettingsNav } from './SettingsNav';
import { SettingsSection } from './SettingsSection';
import { type SettingsSectionName, sectionId, settingsSections } from './settings-sections';
import { TurnedOffQuestion } from './TurnedOffQuestion';
import './Settings.css';

export interface SettingsProps
	extends NetworkActions,
		DiagnosticsProps,
		HoldingsProps,
		InterfaceSettingsProps {
	/** `null` until it is known how the vault is opened. */
	vault: VaultSettingsProps | null;
	/** `null` while the store opens. */
	defaultTimer: Timer | null;
	networks: readonly NetworkEntry[];
	turnedOff: readonly Network[];
	now: number;
	/** Where it opens; `null` at its top. */
	section: SettingsSectionName | null;
	notifications: NotificationSettingsProps;
	/** Room enough for the way to each section beside them. */
	isWide: boolean;
	/** For the names of chats. */
	rows: readonly ChatRow[];
	/** To what expires next. */
	onNext: () => void;
	onBack: () => void;
	onPopOut?: () => void;
	onSetDefaultTimer: (timer: Timer) => void;
	onTurnOff: (network: Network, hostName: string) => void;
	onSettle: (network: Network, keep: boolean) => void;
}

/** Everything that needs room, each thing in a section of its own. */
export function Settings(props: SettingsProps) {
	const scroller = useRef<HTMLElement>(null);
	const heading = useRef<HTMLHeadingElement>(null);

	const goTo = (name: SettingsSectionName) => {
		const section = document.getElementById(sectionId(name));
		section?.scrollIntoView({ block: 'start' });
		section?.querySelector('h2')?.focus({ preventScroll: true });
	};

	useEffect(() => {
		if (props.section === null) heading.current?.focus();
		else goTo(props.section);
	}, [props.section]);

	return (
		<main class={props.isWide ? 'settings settings-wide' : 'settings'} ref={scroller}>
			<header class="settings-header">
				<IconButton icon="back" label={i18n.t('header.back')} isMirrored onPress={props.onBack} />
				<h1 class="settings-title" tabIndex={-1} ref={heading}>
					{i18n.t('settings.title')}
				</h1>
				{props.onPopOut && (
					<IconButton icon="popOut" label={i18n.t('header.popOut')} onPress={props.onPopOut} />
				)}
			</header>
			<div class="settings-columns">
				{props.isWide && <SettingsNav names={settingsSections} scroller={scroller} onGo={goTo} />}
				<div class="settings-column">
					<SettingsSection name="networks" detail={i18n.t('settings.networksDetail')}>
						{props.turnedOff.map((network) => (
							<TurnedOffQuestion key={network} network={network} onSettle={props.onSettle} />
						))}
						<NetworkSettings
							networks={props.networks}
							onTurnOn={props.onTurnOn}
							onTurnOff={props.onTurnOff}
						/>
						<p class="settings-note">{i18n.t('about.affiliation')}</p>
					</SettingsSection>

					<SettingsSection name="timer" detail={i18n.t('settings.timerDetail')}>
						{props.defaultTimer !== null && (
							<DefaultTimer
								timer={props.defaultTimer}
								onSet={(timer) => timer !== null && props.onSetDefaultTimer(timer)}
							/>
						)}
						<NetworkTimers />
						<DiskFigures />
						<TimerLog rows={props.rows} now={props.now} />
						<button type="button" class="text-action" onClick={props.onNext}>
							{i18n.t('next.title')}
						</button>
					</SettingsSection>

					<SettingsSection name="lock">
						{props.vault && <VaultSettings {...props.vault} />}
					</SettingsSection>

					<SettingsSection name="look">
						<InterfaceSettings preferences={props.preferences} onPrefer={props.onPrefer} />
					</SettingsSection>

					<SettingsSection name="notices" detail={i18n.t('notification.detail')}>
						<NotificationSettings {...props.notifications} />
					</SettingsSection>

					<SettingsSection name="health" detail={i18n.t('settings.healthDetail')}>
						<HealthTable networks={props.networks} now={props.now} />
						<Diagnostics
							networks={props.networks}
							diagnostics={props.diagnostics}
							onCopyDiagnostics={props.onCopyDiagnostics}
							onSaveStructure={props.onSaveStructure}
						/>
					</SettingsSection>

					<SettingsSection name="stored">
						<Holdings
							holdings={props.holdings}
							isOnlyDeletable={props.isOnlyDeletable}
							rows={props.rows}
							onErase={props.onErase}
						/>
					</SettingsSection>

					<SettingsSection name="about">
						<AboutText />
					</SettingsSection>
				</div>
			</div>
		</main>
	);
}
