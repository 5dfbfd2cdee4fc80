import { loadPreferences } from '@/lib/unsealed/preferences';
import { showBadge } from './badge';
import { notify } from './notify';

/** Takes back what the browser itself shows of the inbox. */
export async function hideWhenLocked(): Promise<void> {
	const { hidesBadgeWhenLocked } = await loadPreferences();
	await Promise.all([notify([], Date.now()), hidesBadgeWhenLocked && showBadge([])]);
}
