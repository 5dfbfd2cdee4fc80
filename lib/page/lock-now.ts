import { sendCommand } from '@/lib/messaging/send-command';
import type { LockReason } from '@/lib/unsealed/lock-reasons';
import { takeKey } from '@/lib/unsealed/locking';

/**
 * Locks. The key is gone before anybody else is asked for anything, so that it is locked also
 * if the worker is dead; the worker then frees the memory.
 */
export async function lockNow(reason?: LockReason): Promise<void> {
	await takeKey(reason);
	await sendCommand({ command: 'lock' });
}
