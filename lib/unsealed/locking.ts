import { browser } from 'wxt/browser';
import { browserSession, sessionSecretKey } from '@/lib/vault/session-secret';
import { forgetPlaces } from './kept-places';
import { forgetLockReason, type LockReason, noteLockReason } from './lock-reasons';

/**
 * In `storage.session`: the key is being taken away, or was and the memory that has seen it
 * is not freed yet. It goes with the reload, or when somebody unlocks before.
 */
const mark = 'locking';

/** Between our own pages and the worker: quicker than the browser tells of its storage. */
const channelName = 'lock';

/**
 * Takes the key from every context at once; each hears of it by itself. The mark comes first,
 * so that whoever dies on the way is locked by the next to start.
 *
 * @param reason Where a lock begins; absent where one is ended that was begun.
 */
export async function takeKey(reason?: LockReason): Promise<void> {
	if (reason !== undefined) tellOwnPages();
	const noted = reason === undefined ? undefined : noteLockReason(reason);
	await browser.storage.session.set({ [mark]: true });
	await Promise.all([browserSession.forget(), forgetPlaces(), noted]);
}

function tellOwnPages(): void {
	const channel = new BroadcastChannel(channelName);
	channel.postMessage(null);
	channel.close();
}

export async function isLocking(): Promise<boolean> {
	return (await browser.storage.session.get(mark))[mark] === true;
}

/**
 * Runs an attempt to unlock. The mark goes before a key is kept, else whoever finds both takes
 * the key away again; it comes back where the attempt failed.
 */
export async function whileUnlocking<Answer>(
	attempt: () => Promise<Answer>,
	isUnlocked: (answer: Answer) => boolean,
): Promise<Answer> {
	const wasLocking = await isLocking();
	if (wasLocking) await browser.storage.session.remove(mark);
	let hasUnlocked = false;
	try {
		const answer = await attempt();
		hasUnlocked = isUnlocked(answer);
		return answer;
	} finally {
		if (hasUnlocked) await forgetLockReason();
		else if (wasLocking) await browser.storage.session.set({ [mark]: true });
	}
}

/**
 * Calls back with `true` when the key is taken, mostly twice: once it is begun, when nothing
 * more may be shown, and once that is noted. And with `false` when one is kept.
 */
export function watchLock(listener: (isLocked: boolean) => void): () => void {
	const hear = (
		changes: Record<string, { oldValue?: unknown; newValue?: unknown }>,
		area: string,
	): void => {
		if (area !== 'session') return;
		// Firefox tells also of what is set to what it was (2026-11): who hears it sets it again.
		const isBegun = changes[mark]?.newValue === true && changes[mark].oldValue !== true;
		// In this order: whoever locks and unlocks within one change has unlocked.
		if (isBegun) listener(true);
		if (changes[sessionSecretKey]?.newValue !== undefined) listener(false);
	};
	const channel = new BroadcastChannel(channelName);
	channel.onmessage = () => listener(true);
	browser.storage.onChanged.addListener(hear);
	return () => {
		channel.close();
		browser.storage.onChanged.removeListener(hear);
	};
}
