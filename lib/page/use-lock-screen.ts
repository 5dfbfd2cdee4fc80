import { useCallback, useState } from 'preact/hooks';
import { sendCommand } from '@/lib/messaging/send-command';
import { type LockState, readLockState } from '@/lib/store/methods';
import {
	type UnlockAnswer,
	unlockByPasskey,
	unlockByPassphrase,
	unlockByRecoveryCode,
} from '@/lib/store/unlock';
import { wipe } from '@/lib/store/wipe';
import { type LockReason, loadLockReason } from '@/lib/unsealed/lock-reasons';
import { whileUnlocking } from '@/lib/unsealed/locking';
import { afterDrawing } from './after-drawing';
import type { StoreGuard } from './guard-store';
import { ownPlace } from './own-place';
import { askPasskey, canUsePasskeys } from './passkey';
import { useFollowed } from './use-followed';

type Failure = Exclude<UnlockAnswer, { unlocked: true }>['reason'] | 'failed';

export interface LockScreenState {
	/** `null` until it is known what there is to unlock with. */
	lock: { state: LockState; reason: LockReason; canUsePasskeys: boolean } | null;
	isTrying: boolean;
	failure: Failure | null;
	nextTryAt: number | null;
	byPassphrase: (passphrase: string) => void;
	byRecoveryCode: (code: string) => void;
	byPasskey: () => void;
	/** Erases everything; the page then opens a store that is new. */
	wipeAll: () => void;
}

interface Attempt {
	isTrying: boolean;
	failure: Failure | null;
	/** `undefined` before the first answer: then what is stored says it. */
	nextTryAt: number | null | undefined;
}

type Unlockable = Pick<StoreGuard, 'unlock' | 'reopen'>;
type Try = Parameters<StoreGuard['unlock']>[0];

const noFollow = () => () => undefined;

/** What the lock screen knows and does. Nothing typed is kept here. */
export function useLockScreen({ unlock, reopen }: Unlockable): LockScreenState {
	const { value: lock } = useFollowed(noFollow, loadLock, []);
	const [attempt, setAttempt] = useState<Attempt>({
		isTrying: false,
		failure: null,
		nextTryAt: undefined,
	});

	const attemptTo = useCallback(
		async (attempt: Try) => {
			setAttempt((last) => ({ ...last, isTrying: true, failure: null }));
			try {
				const answer = await whileUnlocking(
					() => unlock(attempt),
					(given) => given?.unlocked === true,
				);
				// The list comes first: in Firefox the background has the same thread.
				if (answer?.unlocked) await afterDrawing().then(tellUnlocked);
				else if (answer === null) setAttempt((last) => ({ ...last, isTrying: false }));
				else setAttempt({ isTrying: false, failure: answer.reason, nextTryAt: answer.nextTryAt });
			} catch (error) {
				console.error(error);
				setAttempt((last) => ({ ...last, isTrying: false, failure: 'failed' }));
			}
		},
		[unlock],
	);

	return {
		lock,
		isTrying: attempt.isTrying,
		failure: attempt.failure,
		nextTryAt:
			attempt.nextTryAt === undefined ? (lock?.state.nextTryAt ?? null) : attempt.nextTryAt,
		byPassphrase: (passphrase) => void attemptTo((place) => unlockByPassphrase(passphrase, place)),
		byRecoveryCode: (code) => void attemptTo((place) => unlockByRecoveryCode(code, place)),
		byPasskey: () =>
			void attemptTo(async (place) => {
				const answer = await askPasskey(lock?.state.methods ?? []);
				return answer && unlockByPasskey(answer, place);
			}),
		wipeAll: () =>
			void attemptTo(async () => {
				await wipe();
				reopen();
				await tellUnlocked();
				return null;
			}),
	};
}

const tellUnlocked = () => sendCommand({ command: 'unlocked' });

async function loadLock() {
	const [state, reason, isAble] = await Promise.all([
		readLockState(ownPlace()),
		loadLockReason(),
		canUsePasskeys(),
	]);
	return { state, reason, canUsePasskeys: isAble };
}
