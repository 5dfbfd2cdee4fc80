import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import './RadioList.css';

export interface RadioOption<Value> {
	value: Value;
	label: string;
	/** Shown under the option while it is chosen. */
	detail?: ComponentChildren;
}

interface RadioListProps<Value> {
	label: string;
	options: readonly RadioOption<Value>[];
	value: Value;
	onChange: (value: Value) => void;
}

/**
 * Radio buttons after the ARIA pattern: one stop for Tab, arrows choose. Not native
 * ones, since those need a `name` and are kept in the browser's session files.
 */
export function RadioList<Value extends string | number>({
	label,
	options,
	value,
	onChange,
}: RadioListProps<Value>) {
	const list = useRef<HTMLDivElement>(null);

	const move = (event: KeyboardEvent) => {
		const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
		const isOnRadio = event.target instanceof Element && event.target.closest('[role=radio]');
		if (step === undefined || !isOnRadio) return;
		event.preventDefault();
		const at = options.findIndex((option) => option.value === value);
		const next = (at + step + options.length) % options.length;
		const option = options[next];
		if (option) onChange(option.value);
		list.current?.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus();
	};

	return (
		<div class="radio-list" role="radiogroup" aria-label={label} onKeyDown={move} ref={list}>
			{options.map((option) => (
				<div key={option.value}>
					{/* biome-ignore lint/a11y/useSemanticElements: a native one is written to session files */}
					<button
						type="button"
						class="radio"
						role="radio"
						aria-checked={option.value === value}
						tabIndex={option.value === value ? 0 : -1}
						onClick={() => onChange(option.value)}
					>
						<span class="radio-dot" aria-hidden="true" />
						{option.label}
					</button>
					{option.value === value && option.detail}
				</div>
			))}
		</div>
	);
}
