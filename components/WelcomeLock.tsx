import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { NewPassphrase } from './lock/NewPassphrase';
import type { VaultSettingsProps } from './lock/VaultSettings';
import { vaultFailureText } from './lock/vault-failures';

export type WelcomeLockProps = Pick<
	VaultSettingsProps,
	'mode' | 'isBusy' | 'failure' | 'weigh' | 'onSetPassphrase'
>;

/** A passphrase, or none: both are said plainly, and neither is chosen for anybody. */
export function WelcomeLock(props: WelcomeLockProps) {
	const { mode, isBusy, failure } = props;
	const [choice, setChoice] = useState<'open' | 'setting' | 'skipped'>('open');
	const [isAsked, setIsAsked] = useState(false);

	return (
		<div class="welcome-lock" data-lock={mode === 'methods' ? 'set' : choice}>
			{mode === 'device' && choice === 'setting' && (
				<NewPassphrase
					weigh={props.weigh}
					isBusy={isBusy}
					onSet={(passphrase) => {
						setIsAsked(true);
						setChoice('open');
						props.onSetPassphrase(passphrase);
					}}
					onCancel={() => setChoice('open')}
					hasFocus
				/>
			)}
			{mode === 'device' && choice !== 'setting' && (
				<p class="welcome-lock-choice">
					<button
						type="button"
						class="soft-action"
						disabled={isBusy}
						onClick={() => setChoice('setting')}
					>
						{i18n.t('vault.setPassphrase')}
					</button>
					{choice === 'open' && !isBusy && (
						<button type="button" class="text-action" onClick={() => setChoice('skipped')}>
							{i18n.t('welcome.lockSkip')}
						</button>
					)}
				</p>
			)}
			<p class="welcome-lock-said" role="status">
				{isBusy && i18n.t('vault.busy')}
				{!isBusy && isAsked && failure !== null && vaultFailureText(failure)}
				{!isBusy && mode === 'methods' && i18n.t('welcome.lockSet')}
				{!isBusy && mode === 'device' && choice === 'skipped' && i18n.t('welcome.lockSkipped')}
			</p>
		</div>
	);
}
