import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import './WipeForm.css';

interface WipeFormProps {
	isBusy: boolean;
	onWipe: () => void;
}

/** Asks for a word, in the language of the interface, before everything is erased. */
export function WipeForm({ isBusy, onWipe }: WipeFormProps) {
	const field = useId();
	const [word, setWord] = useState('');
	const wanted = i18n.t('lock.wipeWord');
	const isTyped = isSameWord(word, wanted);

	return (
		<form
			class="wipe"
			onSubmit={(event) => {
				event.preventDefault();
				if (isTyped && !isBusy) onWipe();
			}}
		>
			<p>{i18n.t('lock.wipeDetail')}</p>
			<p class="secret">
				<label for={field}>{i18n.t('lock.wipeType', [wanted])}</label>
				<input
					id={field}
					class="secret-input"
					type="text"
					autocomplete="off"
					spellcheck={false}
					value={word}
					onInput={(event) => setWord(event.currentTarget.value)}
				/>
			</p>
			<button type="submit" class="action action-erase" disabled={!isTyped || isBusy}>
				{i18n.t('lock.wipeNow')}
			</button>
		</form>
	);
}

const isSameWord = (typed: string, wanted: string): boolean =>
	typed.trim().toLocaleLowerCase() === wanted.toLocaleLowerCase();
