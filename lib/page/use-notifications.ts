import { useCallback } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Network } from '@/lib/model';
import { changePreferences, type Preferences } from '@/lib/unsealed/preferences';
import { useFollowed } from './use-followed';

const permissions: ['notifications'] = ['notifications'];

/** Of which networks is told, as far as the browser allows it now, and how to change that. */
export function useNotifications({ notifies }: Preferences) {
	const isAllowed = useFollowed(followPermissions, loadAllowed, []).value === true;

	const onNotify = useCallback(
		(network: Network, isOn: boolean) => {
			// The answer may come after this page: the browser's question takes a popup's focus.
			if (isOn) onAllow();
			// What was chosen before the permission was taken away is not what is chosen now.
			const rest = (isAllowed ? notifies : []).filter((each) => each !== network);
			void changePreferences({ notifies: isOn ? [...rest, network] : rest });
		},
		[isAllowed, notifies],
	);

	return { isAllowed, notifies: isAllowed ? notifies : [], onNotify, onAllow };
}

/** Must be called within the click itself: after an `await` the browser sees no gesture. */
function onAllow(): void {
	void browser.permissions.request({ permissions });
}

const loadAllowed = (): Promise<boolean> => browser.permissions.contains({ permissions });

function followPermissions(listener: () => void): () => void {
	const hear = () => listener();
	browser.permissions.onAdded.addListener(hear);
	browser.permissions.onRemoved.addListener(hear);
	return () => {
		browser.permissions.onAdded.removeListener(hear);
		browser.permissions.onRemoved.removeListener(hear);
	};
}
