import { useCallback, useState } from 'preact/hooks';
import { sendCommand } from '@/lib/messaging/send-command';
import { knowsScreenLock } from '@/lib/screen-lock';
import type { ChangeAnswer, MethodChanges } from '@/lib/store/change-methods';
import { readLockState } from '@/lib/store/methods';
import type { Store } from '@/lib/store/store';
import { loadCollecting, saveCollecting, watchCollecting } from '@/lib/unsealed/collecting';
import { loadTriggers, saveTriggers, watchTriggers } from '@/lib/unsealed/lock-triggers';
import { createRecoveryCode, isSameRecoveryCode } from '@/lib/vault/recovery-code';
import { canUsePasskeys, createPasskey } from './passkey';
import { useConfirm } from './use-confirm';
import { useFollowed } from './use-followed';
import { useLive } from './use-live';
import { useStrength } from './use-strength';

export type VaultFailure = Exclude<ChangeAnswer, { done: true }>['reason'] | 'cancelled' | 'failed';

/**
 * The ways to unlock and when it locks by itself, live; `null` until first known. A browser's
 * question closes a popup: there a passkey is added `elsewhere`.
 */
export function useVault(store: Store | null, isShown: boolean, addElsewhere?: () => void) {
	const { value: known, reload } = useLive(isShown ? store : null, async () => {
		const [state, isAble] = await Promise.all([readLockState(), canUsePasskeys()]);
		return { state, isAble };
	}, []);
	const { value: triggers } = useFollowed(watchTriggers, loadTriggers, []);
	const { value: collectsWhileLocked } = useFollowed(watchCollecting, loadCollecting, []);
	const [change, setChange] = useState<{ isBusy: boolean; failure: VaultFailure | null }>({
		isBusy: false,
		failure: null,
	});
	const [newCode, setNewCode] = useState<string | null>(null);
	const weigh = useStrength(isShown);
	const confirm = useConfirm();

	const make = useCallback(
		async (job: (methods: MethodChanges) => Promise<ChangeAnswer | null>, onDone?: () => void) => {
			if (!store) return;
			setChange({ isBusy: true, failure: null });
			let failure: VaultFailure | null = null;
			try {
				const answer = await job(store.methods);
				if (answer === null) failure = 'cancelled';
				else if (!answer.done) failure = answer.reason;
				else {
					onDone?.();
					await sendCommand({ command: 'unlocked' });
				}
			} catch (error) {
				console.error(error);
				failure = 'failed';
			}
			setChange({ isBusy: false, failure });
			reload();
		},
		[store, reload],
	);

	if (!known || !triggers) return null;
	const { mode, methods } = known.state;
	const has = (kind: (typeof methods)[number]['kind']) =>
		methods.some((method) => method.kind === kind);
	const where = addElsewhere ? ('elsewhere' as const) : ('here' as const);
	const passkey = known.isAble ? where : ('none' as const);
	const asks = has('passphrase') ? ('passphrase' as const) : ('recovery' as const);
	return {
		mode,
		methods,
		triggers,
		knowsScreenLock: knowsScreenLock(),
		passkey,
		confirm: confirm.asked && {
			...confirm.asked,
			asks,
			hasPasskey: passkey === 'here' && has('passkey'),
			onTyped: asks === 'passphrase' ? confirm.byPassphrase : confirm.byRecoveryCode,
			onPasskey: () => confirm.byPasskey(methods),
			onCancel: confirm.cancel,
		},
		onConfirm: (then: () => void) => (mode === 'methods' ? confirm.ask(then) : then()),
		collectsWhileLocked: collectsWhileLocked ?? false,
		...change,
		newCode,
		weigh,
		onSetPassphrase: (passphrase: string) =>
			void make((methods) => methods.setPassphrase(passphrase)),
		onRemoveMethod: ({ id }: { id: string }) => void make((methods) => methods.remove(id)),
		onAddPasskey:
			addElsewhere ??
			(() =>
				void make(async (methods) => {
					const made = await createPasskey();
					return made && methods.addPasskey(made);
				})),
		onNewCode: () => setNewCode(createRecoveryCode()),
		isNewCode: (typed: string) => newCode !== null && isSameRecoveryCode(typed, newCode),
		onKeepCode: () => {
			if (newCode !== null)
				void make(
					(methods) => methods.addRecoveryCode(newCode),
					() => setNewCode(null),
				);
		},
		onDropCode: () => setNewCode(null),
		onPrint: () => print(),
		onTriggers: (next: Parameters<typeof saveTriggers>[0]) => void saveTriggers(next),
		onCollectWhileLocked: (isOn: boolean) => void saveCollecting(isOn),
		onReturnToDevice: () => void make((methods) => methods.returnToDevice()),
	};
}
