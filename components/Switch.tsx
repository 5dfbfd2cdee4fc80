import { useId } from 'preact/hooks';
import './Switch.css';

interface SwitchProps {
	label: string;
	detail?: string;
	isOn: boolean;
	onChange: (isOn: boolean) => void;
}

/** On or off, at once. Not a native checkbox: those are kept in the browser's session files. */
export function Switch({ label, detail, isOn, onChange }: SwitchProps) {
	const id = useId();
	return (
		<div class="switch-row">
			<p class="switch-words">
				<span id={`${id}-label`}>{label}</span>
				{detail !== undefined && (
					<span class="switch-detail" id={`${id}-detail`}>
						{detail}
					</span>
				)}
			</p>
			<button
				type="button"
				class="switch"
				role="switch"
				aria-checked={isOn}
				aria-labelledby={`${id}-label`}
				aria-describedby={detail === undefined ? undefined : `${id}-detail`}
				onClick={() => onChange(!isOn)}
			/>
		</div>
	);
}
