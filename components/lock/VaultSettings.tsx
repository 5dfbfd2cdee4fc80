import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Switch } from '../Switch';
import { type LockTriggerChoices, LockTriggers } from './LockTriggers';
import { MethodList, type VaultMethod } from './MethodList';
import { NewPassphrase } from './NewPassphrase';
import { RecoveryCode } from './RecoveryCode';
import type { StrengthScore } from './StrengthLine';
import { type VaultMode, WhoReads } from './WhoReads';
import './VaultSettings.css';

/** Why a change of the ways to unlock was not made. */
export type VaultFailure =
	| 'locked'
	| 'needs-passphrase'
	| 'last-method'
	| 'unknown-method'
	| 'mistyped'
	| 'box-not-empty'
	| 'cancelled'
	| 'failed';

export interface VaultSettingsProps {
	mode: VaultMode;
	methods: readonly VaultMethod[];
	triggers: LockTriggerChoices;
	knowsScreenLock: boolean;
	canUsePasskeys: boolean;
	collectsWhileLocked: boolean;
	/** While something is being changed. */
	isBusy: boolean;
	failure: VaultFailure | null;
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

const failures = {
	locked: 'vault.failedLocked',
	'needs-passphrase': 'vault.failedNeedsPassphrase',
	'last-method': 'vault.failedLastMethod',
	'unknown-method': 'vault.failed',
	mistyped: 'vault.failed',
	'box-not-empty': 'vault.failedBox',
	cancelled: 'vault.failedCancelled',
	failed: 'vault.failed',
} as const;

/** The lock: who it keeps out, the ways to open it, and when it closes by itself. */
export function VaultSettings(props: VaultSettingsProps) {
	const [isSetting, setIsSetting] = useState(false);
	const [isLeaving, setIsLeaving] = useState(false);
	const { mode, methods, isBusy, failure, newCode } = props;
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
						onRemove={props.onRemoveMethod}
						onChangePassphrase={() => setIsSetting(true)}
					/>
					<div class="vault-actions">
						{props.onLock && (
							<button type="button" class="soft-action" onClick={props.onLock}>
								{i18n.t('lock.now')}
							</button>
						)}
						{newCode === null && (
							<button type="button" class="text-action" disabled={isBusy} onClick={props.onNewCode}>
								{i18n.t(hasCode ? 'recovery.replace' : 'recovery.add')}
							</button>
						)}
						{props.canUsePasskeys && (
							<button
								type="button"
								class="text-action"
								disabled={isBusy}
								onClick={props.onAddPasskey}
							>
								{i18n.t('vault.addPasskey')}
							</button>
						)}
					</div>
				</>
			)}
			{newCode !== null && (
				<RecoveryCode
					code={newCode}
					isSame={props.isNewCode}
					isBusy={isBusy}
					onPrint={props.onPrint}
					onKeep={props.onKeepCode}
					onCancel={props.onDropCode}
				/>
			)}
			{isSetting ? (
				<NewPassphrase
					key={hasPassphrase ? 'change' : 'first'}
					weigh={props.weigh}
					isBusy={isBusy}
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
						onClick={() => setIsSetting(true)}
					>
						{i18n.t('vault.setPassphrase')}
					</button>
				)
			)}
			<p class="vault-said" role="status" data-failure={failure ?? undefined}>
				{isBusy && i18n.t('vault.busy')}
				{!isBusy && failure !== null && i18n.t(failures[failure])}
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
									props.onReturnToDevice();
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
