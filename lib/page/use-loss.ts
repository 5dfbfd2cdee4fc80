import type { LostDays } from '@/lib/inbox/lost-days';
import { isAnythingLost, loadLostDays, watchLoss } from '@/lib/unsealed/lost-while-locked';
import { useFollowed } from './use-followed';

/** Whether it has still to be said that something collected while locked had to go unread, live. */
export function useLoss(): boolean {
	return useFollowed(watchLoss, isAnythingLost, []).value ?? false;
}

const none: LostDays = [];

/** The days of which something had to go so, live. */
export function useLostDays(): LostDays {
	return useFollowed(watchLoss, loadLostDays, []).value ?? none;
}
