import { scarceDiskRoom, watchDiskRoom } from '@/lib/unsealed/disk-room';
import { useFollowed } from './use-followed';

/** How many bytes are left on the disk where that is little, else `null`; live. */
export function useDiskRoom(): number | null {
	return useFollowed(watchDiskRoom, scarceDiskRoom, []).value;
}
