import { useMemo } from 'preact/hooks';
import type { Store } from '@/lib/store/store';
import { watchLock } from '@/lib/unsealed/locking';
import { browserSession } from '@/lib/vault/session-secret';
import { useFollowed } from './use-followed';

/** Whether there is a key that can be taken away: a store of the device alone has none. */
export function useLockable(store: Store | null): boolean {
	const follow = useMemo(
		() => (store ? (listener: () => void) => watchLock(() => listener()) : null),
		[store],
	);
	const { value } = useFollowed(follow, async () => (await browserSession.read()) !== null, []);
	return value ?? false;
}
