import { useEffect, useLayoutEffect } from 'preact/hooks';
import {
	firstPreferences,
	loadPreferences,
	type Preferences,
	watchPreferences,
} from '@/lib/unsealed/preferences';
import { showTheme } from './theme';
import { useFollowed } from './use-followed';

/** How the person wants the interface, live in every frame, and shown as wanted. */
export function usePreferences(): Preferences {
	const { value } = useFollowed(watchPreferences, loadPreferences, []);
	const theme = value?.theme;

	useEffect(() => {
		if (theme !== undefined) showTheme(theme);
	}, [theme]);

	const isDiscreet = value?.isDiscreet === true;
	useLayoutEffect(() => {
		document.documentElement.toggleAttribute('data-discreet', isDiscreet);
	}, [isDiscreet]);

	return value ?? firstPreferences;
}
