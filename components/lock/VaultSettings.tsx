import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Switch } from '../Switch';
import { ConfirmOwner, type ConfirmOwnerProps } from './ConfirmOwner';
import { type LockTriggerChoices, LockTriggers } from './LockTriggers';
import { MethodList, type VaultMethod } from './MethodList';
import { NewPassphrase } from './NewPassphrase';
import { RecoveryCode } from './RecoveryCode';
import type { StrengthScore } from './StrengthLine';
import { type VaultFailure, vaultFailureText } from './vault-failures';
import { type VaultMode, WhoReads } from './WhoReads';
import './VaultSettings.css';

export interface VaultSettingsProps {
	mode: VaultMode;
	methods: readonly VaultMethod[];
	triggers: LockTriggerChoices;
	knowsScreenLock: boolean;
	/** `elsewhere`: a prompt of the browser would close this frame, so it leads to the full tab. */
	passkey: 'none' | 'here' | 'elsewhere';
	collectsWhileLocked: boolean;
	/** While something is being changed. */
	isBusy: boolean;
	failure: VaultFailure | null;
	/** While somebody has to show that they can open it. */
	confirm: ConfirmOwnerProps | null;
	/** Has it shown, where it is locked by something, and then goes on. */
	onConfirm: (then: () => void) => void;
	/** A code that was made and is not kept yet. */
	newCode: string | null;
	weigh: (passphrase: string) => StrengthScore | null;
	onSetPassphrase: (passphrase: string) => void;
	onRemoveMethod: (method: VaultMethod) => void;
	onAddPasskey: () => void;
	onNewCode: () => void;
	isNewCode: (typed: string) => boolean;
	onKeepCode: () => void;
	onDropCode: () => void;
	onPrint: () => void;
	onTriggers: (triggers: LockTriggerChoices) => void;
	onCollectWhileLocked: (isOn: boolean) => void;
	/** Gives the lock up: everything is sealed anew for this profile alone. */
	onReturnToDevice: () => void;
	/** Absent where nothing can be locked. */
	onLock?: (() => void) | undefined;
}

/** The lock: who it keeps out, the ways to open it, and when it closes by itself. */
export function VaultSettings(props: VaultSettingsProps) {
	const [isSetting, setIsSetting] = useState(false);
	const [isLeaving, setIsLeaving] = useState(false);
	const { mode, methods, failure, newCode, confirm, onConfirm, passkey } = props;
	// One thing after the other: what was asked for waits for its answer.
	const isBusy = props.isBusy || confirm !== null;
	const hasPassphrase = methods.some(({ kind }) => kind === 'passphrase');
	const hasCode = methods.some(({ kind }) => kind === 'recovery');

	return (
		<div class="vault" data-vault={mode}>
			<WhoReads mode={mode} />
			{mode === 'methods' && (
				<>
					<MethodList
						methods={methods}
						isBusy={isBusy}
						onRemove={(method) => onConfirm(() => props.onRemoveMethod(method))}
						onChangePassphrase={() => onConfirm(() => setIsSetting(true))}
					/>
					<div class="vault-actions">
						{props.onLock && (
							<button type="button" class="soft-action" onClick={props.onLock}>
								{i18n.t('lock.now')}
							</button>
						)}
						{newCode === null && (
							<button
								type="button"
								class="text-action"
								disabled={isBusy}
								onClick={() => onConfirm(props.onNewCode)}
							>
								{i18n.t(hasCode ? 'recovery.replace' : 'recovery.add')}
							</button>
						)}
						{passkey !== 'none' && (
							<button
								type="button"
								class="text-action"
								disabled={isBusy}
								onClick={() =>
									passkey === 'here' ? onConfirm(props.onAddPasskey) : props.onAddPasskey()
								}
							>
								{i18n.t(passkey === 'here' ? 'vault.addPasskey' : 'vault.addPasskeyElsewhere')}
							</button>
						)}
					</div>
				</>
			)}
			{confirm && <ConfirmOwner {...confirm} />}
			{newCode !== null && (
				<RecoveryCode
					code={newCode}
					isSame={props.isNewCode}
					isBusy={props.isBusy}
					onPrint={props.onPrint}
					onKeep={props.onKeepCode}
					onCancel={props.onDropCode}
				/>
			)}
			{isSetting ? (
				<NewPassphrase
					key={hasPassphrase ? 'change' : 'first'}
					weigh={props.weigh}
					isBusy={props.isBusy}
					onSet={(passphrase) => {
						setIsSetting(false);
						props.onSetPassphrase(passphrase);
					}}
					onCancel={() => setIsSetting(false)}
					hasFocus
				/>
			) : (
				!hasPassphrase && (
					<button
						type="button"
						class="soft-action"
						disabled={isBusy}
						onClick={() => onConfirm(() => setIsSetting(true))}
					>
						{i18n.t('vault.setPassphrase')}
					</button>
				)
			)}
			<p class="vault-said" role="status" data-failure={failure ?? undefined}>
				{props.isBusy && i18n.t('vault.busy')}
				{!isBusy && failure !== null && vaultFailureText(failure)}
			</p>
			{mode === 'methods' && (
				<>
					<h3 class="vault-heading">{i18n.t('vault.triggers')}</h3>
					<LockTriggers
						triggers={props.triggers}
						knowsScreenLock={props.knowsScreenLock}
						onChange={props.onTriggers}
					/>
					<Switch
						label={i18n.t('vault.collect')}
						detail={i18n.t('vault.collectDetail')}
						isOn={props.collectsWhileLocked}
						onChange={props.onCollectWhileLocked}
					/>
					{!isLeaving ? (
						<button
							type="button"
							class="text-action"
							disabled={isBusy}
							onClick={() => setIsLeaving(true)}
						>
							{i18n.t('vault.leave')}
						</button>
					) : (
						<p class="vault-leave">
							<span class="detail">{i18n.t('vault.leaveDetail')}</span>
							<button
								type="button"
								class="soft-action"
								disabled={isBusy}
								onClick={() => {
									setIsLeaving(false);
									onConfirm(props.onReturnToDevice);
								}}
							>
								{i18n.t('vault.leaveSure')}
							</button>
						</p>
					)}
				</>
			)}
		</div>
	);
}
