import { useId } from 'preact/hooks';
import './SecretField.css';

interface SecretFieldProps {
	label: string;
	value: string;
	onInput: (value: string) => void;
	/** Id of what says more about it. */
	describedBy?: string | undefined;
	isInvalid?: boolean;
	isDisabled?: boolean;
	hasFocus?: boolean;
	/** What is copied from paper has to be seen. */
	isShown?: boolean;
}

/** Something that nobody should read over a shoulder: the browser keeps nothing that is typed here. */
export function SecretField(props: SecretFieldProps) {
	const id = useId();
	const input = {
		id,
		class: 'secret-input',
		dir: 'ltr',
		autocomplete: 'off',
		spellcheck: false,
		maxLength: 1_024,
		'aria-invalid': props.isInvalid === true,
		'aria-describedby': props.describedBy,
		readOnly: props.isDisabled === true,
		value: props.value,
		onInput: (event: { currentTarget: { value: string } }) =>
			props.onInput(event.currentTarget.value),
	} as const;
	// By hand: the attribute is obeyed once a page, and this comes and goes.
	const focus = (element: HTMLInputElement | null): void => {
		if (props.hasFocus === true && element && document.activeElement === document.body)
			element.focus();
	};
	return (
		<p class="secret">
			<label for={id}>{props.label}</label>
			{props.isShown ? (
				<input type="text" {...input} ref={focus} />
			) : (
				<input type="password" {...input} ref={focus} />
			)}
		</p>
	);
}
