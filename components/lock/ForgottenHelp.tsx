import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
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
	const [word, setWord] = useState('');
	const [isWiping, setIsWiping] = useState(false);
	const wanted = i18n.t('lock.wipeWord');

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
				<form
					class="lock-form lock-wipe"
					onSubmit={(event) => {
						event.preventDefault();
						if (isSameWord(word, wanted)) props.onWipe();
					}}
				>
					<p>{i18n.t('lock.wipeDetail')}</p>
					<p class="secret">
						<label for="wipe-word">{i18n.t('lock.wipeType', [wanted])}</label>
						<input
							id="wipe-word"
							class="secret-input"
							type="text"
							autocomplete="off"
							spellcheck={false}
							value={word}
							onInput={(event) => setWord(event.currentTarget.value)}
						/>
					</p>
					<button
						type="submit"
						class="action action-erase"
						disabled={!isSameWord(word, wanted) || props.isTrying}
					>
						{i18n.t('lock.wipeNow')}
					</button>
				</form>
			)}
		</section>
	);
}

const isSameWord = (typed: string, wanted: string): boolean =>
	typed.trim().toLocaleLowerCase() === wanted.toLocaleLowerCase();
