import type { InboxView } from '@/lib/model';
import { type OpenedInbox, openInbox } from '@/lib/store/open-store';
import type { Surroundings } from '@/lib/store/place';
import type { Store } from '@/lib/store/store';
import type { UnlockAnswer } from '@/lib/store/unlock';
import { isLocking, watchLock } from '@/lib/unsealed/locking';
import { lockNow } from './lock-now';
import { leaveOwnPlace, ownPlace } from './own-place';
import { isLockedError, problemOf, type StoreProblem } from './store-problem';

/** What a page has of the store. */
export interface GuardedStore {
	/** `null` while it opens, and while it is locked. */
	store: Store | null;
	/** The list as it was when it opened. */
	first: InboxView | null;
	problem: StoreProblem | null;
	isLocked: boolean;
}

export interface StoreGuard {
	/** Opens it anew, as after everything was erased. */
	reopen(): void;
	/** Runs an attempt to unlock; what it opens is shown at once. */
	unlock<Answer extends UnlockAnswer | null>(
		attempt: (place: Surroundings) => Promise<Answer>,
	): Promise<Answer>;
	/** Hears of locks and unlocks from here on. Returns the unsubscriber. */
	watch(): () => void;
}

export const opening: GuardedStore = { store: null, first: null, problem: null, isLocked: false };
const locked: GuardedStore = { ...opening, isLocked: true };

/**
 * Opens the store for this page, at once, and lets go of it and of all keys in the moment it
 * is locked, wherever that was asked for.
 */
export function guardStore(show: (state: GuardedStore) => void): StoreGuard {
	let store: Store | null = null;
	/** The one whose answer counts. */
	let latest: Promise<OpenedInbox> | null = null;
	let isUnlocking = false;
	/** Whether somebody else unlocked meanwhile. */
	let isUnlocked = false;

	function letGo(): void {
		store = null;
		latest = null;
		leaveOwnPlace();
	}

	function take(attempt: Promise<OpenedInbox>): void {
		latest = attempt;
		attempt.then(
			(opened) => {
				if (latest !== attempt) return opened.store.forget();
				store = opened.store;
				show({ ...opening, store, first: opened.view });
			},
			(error: unknown) => {
				if (latest !== attempt) return;
				show(isLockedError(error) ? locked : { ...opening, problem: problemOf(error) });
			},
		);
	}

	const open = (): void => take(openInbox(ownPlace(), Date.now()));

	function hear(isLocked: boolean): void {
		if (isLocked) {
			letGo();
			show(locked);
		} else if (isUnlocking) isUnlocked = true;
		else if (store === null) open();
	}

	open();
	return {
		reopen() {
			letGo();
			open();
		},
		async unlock(attempt) {
			const place = ownPlace();
			isUnlocking = true;
			isUnlocked = false;
			try {
				const answer = await attempt(place);
				const isOpen = answer?.unlocked === true;
				// Whoever locked meanwhile has it asked again whether it is open.
				if (isOpen && answer.inbox && place === ownPlace()) take(Promise.resolve(answer.inbox));
				else if (isOpen || isUnlocked) open();
				return answer;
			} finally {
				isUnlocking = false;
			}
		},
		watch() {
			// Somebody took the key and died before it was gone: that is ended here.
			isLocking()
				.then(async (isBegun) => {
					if (!isBegun || isUnlocking) return;
					hear(true);
					await lockNow();
				})
				.catch((error: unknown) => console.error(error));
			const unwatch = watchLock(hear);
			return () => {
				unwatch();
				letGo();
			};
		},
	};
}
