import { useEffect, useLayoutEffect } from 'preact/hooks';
import {
	firstPreferences,
	loadPreferences,
	type Preferences,
	watchPreferences,
} from '@/lib/unsealed/preferences';
import { showTheme } from './theme';
import { useFollowed } from './use-followed';

/** As they were last seen: what begins anew in this page need not begin at what nobody chose. */
let lastKnown: Preferences | null = null;

/** How the person wants the interface, live in every frame, and shown as wanted. */
export function usePreferences(): { preferences: Preferences; isKnown: boolean } {
	const followed = useFollowed(watchPreferences, loadPreferences, []);
	const value = followed.value ?? lastKnown;
	lastKnown = value;
	const theme = value?.theme;

	useEffect(() => {
		if (theme !== undefined) showTheme(theme);
	}, [theme]);

	const isDiscreet = value?.isDiscreet === true;
	useLayoutEffect(() => {
		document.documentElement.toggleAttribute('data-discreet', isDiscreet);
	}, [isDiscreet]);

	return { preferences: value ?? firstPreferences, isKnown: value !== null };
}
