import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { UnlockFailure } from './lock-words';
import { SecretField } from './SecretField';
import { UnlockProblem } from './UnlockProblem';

export interface ConfirmOwnerProps {
	/** What is typed: the passphrase, or where there is none the code that was printed. */
	asks: 'passphrase' | 'recovery';
	/** Not where the browser's own question would close the frame. */
	hasPasskey: boolean;
	isTrying: boolean;
	failure: UnlockFailure | null;
	/** Until when nothing more is tried, `null` if it may be now. */
	nextTryAt: number | null;
	onTyped: (typed: string) => void;
	onPasskey: () => void;
	onCancel: () => void;
}

/** Who changes how it opens shows first that they can open it: anybody may have sat down here. */
export function ConfirmOwner(props: ConfirmOwnerProps) {
	const { asks, isTrying, failure, nextTryAt } = props;
	const [typed, setTyped] = useState('');
	const problem = useId();
	const form = useRef<HTMLFormElement>(null);
	const isWaiting = nextTryAt !== null;

	useEffect(() => {
		setTyped('');
		form.current?.querySelector('input')?.focus();
	}, [failure]);

	return (
		<form
			class="new-passphrase"
			data-part="confirm"
			ref={form}
			onSubmit={(event) => {
				event.preventDefault();
				if (typed !== '' && !isTrying && !isWaiting) props.onTyped(typed);
			}}
		>
			<p class="detail">{i18n.t('confirm.detail')}</p>
			<SecretField
				label={i18n.t(asks === 'passphrase' ? 'confirm.passphrase' : 'lock.recoveryCode')}
				value={typed}
				onInput={setTyped}
				describedBy={problem}
				isInvalid={failure === 'wrong' || failure === 'mistyped'}
				isDisabled={isTrying}
				isShown={asks === 'recovery'}
			/>
			<UnlockProblem id={problem} failure={failure} nextTryAt={nextTryAt} />
			<p class="new-passphrase-actions">
				<button type="submit" class="action" disabled={isTrying || isWaiting || typed === ''}>
					{i18n.t(isTrying ? 'confirm.trying' : 'confirm.go')}
				</button>
				{props.hasPasskey && (
					<button type="button" class="soft-action" disabled={isTrying} onClick={props.onPasskey}>
						{i18n.t('confirm.passkey')}
					</button>
				)}
				<button type="button" class="text-action" disabled={isTrying} onClick={props.onCancel}>
					{i18n.t('timer.cancel')}
				</button>
			</p>
		</form>
	);
}
