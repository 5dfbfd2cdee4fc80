import { i18n } from '#i18n';
import { useShortcuts } from '../shortcuts/use-shortcuts';

/** The key that locks, wherever one is. */
export function LockShortcut({ onLock }: { onLock: () => void }) {
	useShortcuts([
		{ id: 'lock', keys: ['l'], label: i18n.t('lock.now'), group: 'everywhere', run: onLock },
	]);
	return null;
}
