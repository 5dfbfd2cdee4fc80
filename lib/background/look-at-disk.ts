import { markDiskRoom } from '@/lib/unsealed/disk-room';
import { reportFailure } from './report-failure';

/**
 * Below this the interface speaks: several times what a million messages take, so that there
 * is time to make room, and a merge can still write pages anew before the old ones go.
 */
const scarceBytes = 500_000_000;

/** Notes for the pages how much room the disk has left, if it is little. */
export async function lookAtDisk(): Promise<void> {
	try {
		const left = await roomLeft();
		await markDiskRoom(left !== null && left < scarceBytes ? left : null);
	} catch (error) {
		reportFailure('looking at the disk', error);
	}
}

/** `null` where the browser does not tell. */
async function roomLeft(): Promise<number | null> {
	const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
	if (quota === undefined || usage === undefined) return null;
	return Math.max(0, quota - usage);
}
