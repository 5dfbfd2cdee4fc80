import { useCallback } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Network } from '@/lib/model';
import { changePreferences, type Preferences } from '@/lib/preferences';
import { useFollowed } from './use-followed';

const permissions: ['notifications'] = ['notifications'];

/** Of which networks is told, as far as the browser allows it now, and how to change that. */
export function useNotifications({ notifies }: Preferences) {
	const isAllowed = useFollowed(followPermissions, loadAllowed, []).value === true;

	/** Must be called within the click itself: after an `await` the browser sees no gesture. */
	const onNotify = useCallback(
		(network: Network, isOn: boolean) => {
			const asked = isOn ? browser.permissions.request({ permissions }) : Promise.resolve(true);
			void asked.then(async (isGranted) => {
				if (!isGranted) return;
				// What was chosen before the permission was taken away is not what is chosen now.
				const rest = (isAllowed ? notifies : []).filter((each) => each !== network);
				await changePreferences({ notifies: isOn ? [...rest, network] : rest });
			});
		},
		[isAllowed, notifies],
	);

	return { notifies: isAllowed ? notifies : [], onNotify };
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
