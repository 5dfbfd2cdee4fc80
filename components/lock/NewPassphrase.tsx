import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SecretField } from './SecretField';
import { StrengthLine, type StrengthScore } from './StrengthLine';
import './NewPassphrase.css';

export interface NewPassphraseProps {
	/** Weighs what is typed; `null` while nothing is or the words to compare with are loading. */
	weigh: (passphrase: string) => StrengthScore | null;
	/** While it is being set: that takes a second, and the first time longer. */
	isBusy: boolean;
	onSet: (passphrase: string) => void;
	/** Absent where there is nothing to go back to. */
	onCancel?: () => void;
	hasFocus?: boolean;
}

/** A passphrase, and once more: whoever mistypes it unseen would be locked out. */
export function NewPassphrase({ weigh, isBusy, onSet, onCancel, hasFocus }: NewPassphraseProps) {
	const [first, setFirst] = useState('');
	const [second, setSecond] = useState('');
	const [isRefused, setIsRefused] = useState(false);
	const ids = useId();
	const isSame = first === second;

	return (
		<form
			class="new-passphrase"
			data-part="new-passphrase"
			onSubmit={(event) => {
				event.preventDefault();
				setIsRefused(!isSame);
				if (first !== '' && isSame && !isBusy) onSet(first);
			}}
		>
			<SecretField
				label={i18n.t('vault.newPassphrase')}
				value={first}
				onInput={setFirst}
				describedBy={`${ids}-strength`}
				isDisabled={isBusy}
				hasFocus={hasFocus === true}
			/>
			<StrengthLine id={`${ids}-strength`} score={weigh(first)} />
			<SecretField
				label={i18n.t('vault.repeatPassphrase')}
				value={second}
				onInput={(value) => {
					setSecond(value);
					setIsRefused(false);
				}}
				describedBy={`${ids}-same`}
				isInvalid={isRefused}
				isDisabled={isBusy}
			/>
			<p class="new-passphrase-problem" id={`${ids}-same`} role="status">
				{isRefused && i18n.t('vault.notSame')}
			</p>
			<p class="detail">{i18n.t('vault.forgetWarning')}</p>
			<p class="new-passphrase-actions">
				<button type="submit" class="action" disabled={isBusy || first === '' || second === ''}>
					{i18n.t(isBusy ? 'vault.setting' : 'vault.set')}
				</button>
				{onCancel && (
					<button type="button" class="text-action" disabled={isBusy} onClick={onCancel}>
						{i18n.t('timer.cancel')}
					</button>
				)}
			</p>
		</form>
	);
}
