import { isDiskFull, watchDiskFull } from '@/lib/unsealed/disk-full';
import { useFollowed } from './use-followed';

/** Whether collecting rests for want of room, live. */
export function useDiskFull(): boolean {
	return useFollowed(watchDiskFull, isDiskFull, []).value ?? false;
}
