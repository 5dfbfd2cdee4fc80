import { countUnkept, watchUnkept } from '@/lib/unsealed/unkept';
import { useFollowed } from './use-followed';

/** How many messages were seen and not kept, live. */
export function useUnkept(): number {
	return useFollowed(watchUnkept, countUnkept, []).value ?? 0;
}
