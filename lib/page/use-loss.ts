import { isAnythingLost, watchLoss } from '@/lib/unsealed/lost-while-locked';
import { useFollowed } from './use-followed';

/** Whether something that was collected while locked had to go before it was read, live. */
export function useLoss(): boolean {
	return useFollowed(watchLoss, isAnythingLost, []).value ?? false;
}
