import { i18n } from '#i18n';
import { type Network, networks } from '@/lib/model';
import { Switch } from './Switch';
import { networkName } from './words/networks';

export interface NotificationSettingsProps {
	/** The networks of which is told; none while the browser does not allow it. */
	notifies: readonly Network[];
	notifiesWithText: boolean;
	hidesBadgeWhenLocked: boolean;
	/** Must ask the browser within the click that calls it. */
	/** Whether the browser lets Stube show any. */
	isAllowed: boolean;
	/** Asks the browser for that. */
	onAllow: () => void;
	onNotify: (network: Network, isOn: boolean) => void;
	onNotifyWithText: (isOn: boolean) => void;
	onHideBadge: (isOn: boolean) => void;
}

/** What Stube tells while nobody looks at it: nothing, unless it is asked to. */
export function NotificationSettings(props: NotificationSettingsProps) {
	return (
		<>
			{networks.map((network) => (
				<Switch
					key={network}
					label={i18n.t('notification.of', [networkName(network)])}
					isOn={props.notifies.includes(network)}
					onChange={(isOn) => props.onNotify(network, isOn)}
				/>
			))}
			{props.isAllowed && (
				<Switch
					label={i18n.t('notification.withText')}
					detail={i18n.t('notification.withTextDetail')}
					isOn={props.notifiesWithText}
					onChange={props.onNotifyWithText}
				/>
			)}
			<Switch
				label={i18n.t('notification.hideBadge')}
				detail={i18n.t('notification.hideBadgeDetail')}
				isOn={props.hidesBadgeWhenLocked}
				onChange={props.onHideBadge}
			/>
		</>
	);
}
