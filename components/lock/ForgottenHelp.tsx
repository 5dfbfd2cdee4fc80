import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { WipeForm } from '../expiry/WipeForm';
import { SecretField } from './SecretField';

export interface ForgottenHelpProps {
	hasRecoveryCode: boolean;
	isTrying: boolean;
	onRecoveryCode: (code: string) => void;
	/** Erases everything and begins anew. */
	onWipe: () => void;
}

/** The ways out: the code that was printed, or to begin anew with nothing. There is no other. */
export function ForgottenHelp(props: ForgottenHelpProps) {
	const [code, setCode] = useState('');
	const [isWiping, setIsWiping] = useState(false);

	return (
		<section class="lock-forgotten" data-part="forgotten">
			{props.hasRecoveryCode && (
				<form
					class="lock-form"
					onSubmit={(event) => {
						event.preventDefault();
						if (code.trim() !== '' && !props.isTrying) props.onRecoveryCode(code);
					}}
				>
					<SecretField
						label={i18n.t('lock.recoveryCode')}
						value={code}
						onInput={setCode}
						isShown
						isDisabled={props.isTrying}
						hasFocus
					/>
					<button type="submit" class="action" disabled={props.isTrying}>
						{i18n.t(props.isTrying ? 'lock.trying' : 'lock.unlock')}
					</button>
				</form>
			)}
			<p class="detail">
				{i18n.t(props.hasRecoveryCode ? 'lock.forgottenDetail' : 'lock.forgottenNoCode')}
			</p>
			{!isWiping ? (
				<button
					type="button"
					class="text-action text-action-erase"
					onClick={() => setIsWiping(true)}
				>
					{i18n.t('lock.wipe')}
				</button>
			) : (
				<WipeForm isBusy={props.isTrying} onWipe={props.onWipe} />
			)}
		</section>
	);
}
