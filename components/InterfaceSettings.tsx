import { i18n } from '#i18n';
import type { Network } from '@/lib/model';
import { RadioList } from './RadioList';
import { Switch } from './Switch';

/** How the interface looks and what it hears. */
export interface InterfacePreferences {
	theme: 'system' | 'light' | 'dark';
	hasSingleKeys: boolean;
	isDiscreet: boolean;
	/** Networks whose being off is not worth a line above the list. */
	unused: Network[];
}

export interface InterfaceSettingsProps {
	preferences: InterfacePreferences;
	onPrefer: (change: Partial<InterfacePreferences>) => void;
}

export function InterfaceSettings({ preferences, onPrefer }: InterfaceSettingsProps) {
	return (
		<>
			<RadioList
				label={i18n.t('interface.theme')}
				value={preferences.theme}
				onChange={(theme) => onPrefer({ theme })}
				options={[
					{ value: 'system', label: i18n.t('interface.themeSystem') },
					{ value: 'light', label: i18n.t('interface.themeLight') },
					{ value: 'dark', label: i18n.t('interface.themeDark') },
				]}
			/>
			<Switch
				label={i18n.t('interface.discreet')}
				detail={i18n.t('interface.discreetDetail')}
				isOn={preferences.isDiscreet}
				onChange={(isDiscreet) => onPrefer({ isDiscreet })}
			/>
			<Switch
				label={i18n.t('interface.singleKeys')}
				detail={i18n.t('interface.singleKeysDetail')}
				isOn={preferences.hasSingleKeys}
				onChange={(hasSingleKeys) => onPrefer({ hasSingleKeys })}
			/>
		</>
	);
}
