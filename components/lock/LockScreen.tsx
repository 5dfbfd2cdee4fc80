import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Mark } from '../Mark';
import { ForgottenHelp, type ForgottenHelpProps } from './ForgottenHelp';
import { type LockReasonCode, lockReasonText, type UnlockFailure } from './lock-words';
import { SecretField } from './SecretField';
import { UnlockProblem } from './UnlockProblem';
import { WaitingLine, type WaitingLineProps } from './WaitingLine';
import './LockScreen.css';

export interface LockScreenProps extends ForgottenHelpProps, WaitingLineProps {
	/** `null` while it is not known. */
	reason: LockReasonCode | null;
	hasPassphrase: boolean;
	/** `elsewhere`: a prompt of the browser would close this frame, so it leads to the full tab. */
	passkey: 'none' | 'here' | 'elsewhere';
	/** While an attempt is looked at. */
	isTrying: boolean;
	failure: UnlockFailure | null;
	/** Until when nothing more is tried, `null` if it may be now. */
	nextTryAt: number | null;
	onPassphrase: (passphrase: string) => void;
	onPasskey: () => void;
}

/** The whole of Stube while it is locked: one field, one button, and what to do when forgotten. */
export function LockScreen(props: LockScreenProps) {
	const { reason, isTrying, failure, nextTryAt } = props;
	const [passphrase, setPassphrase] = useState('');
	const [isHelping, setIsHelping] = useState(false);
	const problem = useId();
	const field = useRef<HTMLFormElement>(null);
	const isWaiting = nextTryAt !== null;

	// Whoever mistyped types it again: nothing is to be deleted first.
	useEffect(() => {
		if (failure === null) return;
		setPassphrase('');
		field.current?.querySelector('input')?.focus();
	}, [failure]);

	return (
		<main class="lock" data-locked="true">
			<div class="lock-column">
				<Mark size="large" />
				<h1 class="lock-title">{i18n.t('lock.title')}</h1>
				<p class="lock-reason" data-part="reason">
					{reason === null ? '\u00a0' : lockReasonText(reason)}
				</p>
				{props.passkey !== 'none' && !isHelping && (
					<button
						type="button"
						class="action lock-passkey"
						disabled={isTrying}
						onClick={props.onPasskey}
					>
						{i18n.t(props.passkey === 'here' ? 'lock.passkey' : 'lock.passkeyElsewhere')}
					</button>
				)}
				{props.hasPassphrase && !isHelping && (
					<form
						class="lock-form"
						ref={field}
						onSubmit={(event) => {
							event.preventDefault();
							if (passphrase !== '' && !isTrying && !isWaiting) props.onPassphrase(passphrase);
						}}
					>
						<SecretField
							label={i18n.t('lock.passphrase')}
							value={passphrase}
							onInput={setPassphrase}
							describedBy={problem}
							isInvalid={failure === 'wrong'}
							isDisabled={isTrying}
							hasFocus
						/>
						<UnlockProblem id={problem} failure={failure} nextTryAt={nextTryAt} />
						<button
							type="submit"
							class={props.passkey === 'none' ? 'action' : 'soft-action'}
							disabled={isTrying || isWaiting}
						>
							{i18n.t(isTrying ? 'lock.trying' : 'lock.unlock')}
						</button>
					</form>
				)}
				{(isHelping || !props.hasPassphrase) && <ForgottenHelp {...props} />}
				{props.hasPassphrase && (
					<button
						type="button"
						class="text-action lock-help"
						aria-expanded={isHelping}
						onClick={() => setIsHelping(!isHelping)}
					>
						{i18n.t(isHelping ? 'lock.backToPassphrase' : 'lock.forgotten')}
					</button>
				)}
				<WaitingLine waiting={props.waiting} />
			</div>
		</main>
	);
}
