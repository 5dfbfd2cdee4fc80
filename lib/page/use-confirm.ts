import { useCallback, useState } from 'preact/hooks';
import { type Method, readLockState } from '@/lib/store/methods';
import {
	type UnlockAnswer,
	unlockByPasskey,
	unlockByPassphrase,
	unlockByRecoveryCode,
} from '@/lib/store/unlock';
import { memorySession } from '@/lib/vault/session-secret';
import { askPasskey } from './passkey';

interface Asked {
	/** What is done once it is shown that the vault can be opened. */
	then: () => void;
	isTrying: boolean;
	failure: Exclude<UnlockAnswer, { unlocked: true }>['reason'] | 'failed' | null;
	nextTryAt: number | null;
}

/**
 * Asks for what opens the vault before how it opens is changed. The key that a right answer
 * gives is not kept: whoever locks meanwhile has locked.
 */
export function useConfirm() {
	const [asked, setAsked] = useState<Asked | null>(null);

	const ask = useCallback((then: () => void) => {
		setAsked({ then, isTrying: false, failure: null, nextTryAt: null });
		readLockState().then(
			({ nextTryAt }) => setAsked((last) => last && { ...last, nextTryAt }),
			(error: unknown) => console.error(error),
		);
	}, []);

	async function attempt(unlock: () => Promise<UnlockAnswer | null>): Promise<void> {
		if (asked === null) return;
		const tried = { ...asked, isTrying: true, failure: null };
		setAsked(tried);
		const rest = { ...tried, isTrying: false };
		try {
			const answer = await unlock();
			if (answer === null) return setAsked(rest);
			if (!answer.unlocked)
				return setAsked({ ...rest, failure: answer.reason, nextTryAt: answer.nextTryAt });
			setAsked(null);
			asked.then();
		} catch (error) {
			console.error(error);
			setAsked({ ...rest, failure: 'failed' });
		}
	}

	return {
		asked,
		ask,
		cancel: () => setAsked(null),
		byPassphrase: (typed: string) =>
			void attempt(() => unlockByPassphrase(typed, { session: memorySession() })),
		byRecoveryCode: (typed: string) =>
			void attempt(() => unlockByRecoveryCode(typed, { session: memorySession() })),
		byPasskey: (methods: readonly Method[]) =>
			void attempt(async () => {
				const answer = await askPasskey(methods);
				return answer && unlockByPasskey(answer, { session: memorySession() });
			}),
	};
}
