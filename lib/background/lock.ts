import type { LockReason } from '@/lib/unsealed/lock-reasons';
import { isLocking, takeKey } from '@/lib/unsealed/locking';
import type { Reload } from './reload';

interface Parts {
	/** Whether there is a key to be taken away. */
	isOpen(): Promise<boolean>;
	/** Lets go of all that this worker holds. */
	drop(): void;
	reload: Pick<Reload, 'soon'>;
}

export interface Lock {
	/** Locks, if there is a lock and it is open. */
	lock(reason: LockReason): Promise<void>;
	/** Ends what a page or a worker began and did not end. */
	resume(): Promise<void>;
}

/** Takes the key away from everybody at once, then frees the memory that has seen it. */
export function createLock({ isOpen, drop, reload }: Parts): Lock {
	async function resume(): Promise<void> {
		if (!(await isLocking())) return;
		await takeKey();
		drop();
		await reload.soon();
	}

	return {
		async lock(reason) {
			if (await isOpen()) await takeKey(reason);
			await resume();
		},
		resume,
	};
}
