import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SecretField } from './SecretField';
import './RecoveryCode.css';

export interface RecoveryCodeProps {
	/** Groups of letters with dashes between. */
	code: string;
	/** Whether what was typed is this code, whatever its spaces and case. */
	isSame: (typed: string) => boolean;
	isBusy: boolean;
	onPrint: () => void;
	/** It was asked back and is right: from now on it opens the vault. */
	onKeep: () => void;
	onCancel: () => void;
}

/** A new recovery code: shown once, to be written down or printed, then asked back once. */
export function RecoveryCode({
	code,
	isSame,
	isBusy,
	onPrint,
	onKeep,
	onCancel,
}: RecoveryCodeProps) {
	const [isAsking, setIsAsking] = useState(false);
	const [typed, setTyped] = useState('');
	const [isRefused, setIsRefused] = useState(false);

	return (
		<div class="recovery" data-part="recovery-code">
			<p class="detail">{i18n.t('recovery.detail')}</p>
			{!isAsking ? (
				<>
					<p class="recovery-code" dir="ltr" translate={false}>
						{code.split('-').map((group, index) => (
							<span key={`${index}-${group}`}>{group}</span>
						))}
					</p>
					<p class="new-passphrase-actions">
						<button type="button" class="action" onClick={() => setIsAsking(true)}>
							{i18n.t('recovery.written')}
						</button>
						<button type="button" class="text-action" onClick={onPrint}>
							{i18n.t('recovery.print')}
						</button>
						<button type="button" class="text-action" onClick={onCancel}>
							{i18n.t('timer.cancel')}
						</button>
					</p>
				</>
			) : (
				<form
					class="new-passphrase"
					onSubmit={(event) => {
						event.preventDefault();
						if (isSame(typed)) onKeep();
						else setIsRefused(true);
					}}
				>
					<SecretField
						label={i18n.t('recovery.typeBack')}
						value={typed}
						onInput={(value) => {
							setTyped(value);
							setIsRefused(false);
						}}
						describedBy="recovery-problem"
						isInvalid={isRefused}
						isDisabled={isBusy}
						isShown
						hasFocus
					/>
					<p class="new-passphrase-problem" id="recovery-problem" role="status">
						{isRefused && i18n.t('recovery.notSame')}
					</p>
					<p class="new-passphrase-actions">
						<button type="submit" class="action" disabled={isBusy || typed.trim() === ''}>
							{i18n.t(isBusy ? 'vault.setting' : 'recovery.keep')}
						</button>
						<button type="button" class="text-action" onClick={() => setIsAsking(false)}>
							{i18n.t('recovery.showAgain')}
						</button>
						<button type="button" class="text-action" onClick={onCancel}>
							{i18n.t('timer.cancel')}
						</button>
					</p>
				</form>
			)}
		</div>
	);
}
