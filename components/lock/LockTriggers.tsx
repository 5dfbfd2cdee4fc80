import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Switch } from '../Switch';
import { timerText } from '../words/durations';
import './LockTriggers.css';

/** What locks by itself. */
export interface LockTriggerChoices {
	unusedMinutes: number | null;
	idleMinutes: number | null;
	onScreenLock: boolean;
	onWindowsClosed: boolean;
}

interface LockTriggersProps {
	triggers: LockTriggerChoices;
	/** Whether this browser tells that the screen was locked. */
	knowsScreenLock: boolean;
	onChange: (triggers: LockTriggerChoices) => void;
}

const offered = [1, 5, 10, 15, 30, 60, 240] as const;

export function LockTriggers({ triggers, knowsScreenLock, onChange }: LockTriggersProps) {
	return (
		<div class="lock-triggers">
			<MinutesChoice
				label={i18n.t('vault.lockUnused')}
				minutes={triggers.unusedMinutes}
				onChange={(unusedMinutes) => onChange({ ...triggers, unusedMinutes })}
			/>
			<MinutesChoice
				label={i18n.t('vault.lockIdle')}
				minutes={triggers.idleMinutes}
				onChange={(idleMinutes) => onChange({ ...triggers, idleMinutes })}
			/>
			{knowsScreenLock && (
				<Switch
					label={i18n.t('vault.lockScreen')}
					isOn={triggers.onScreenLock}
					onChange={(onScreenLock) => onChange({ ...triggers, onScreenLock })}
				/>
			)}
			<Switch
				label={i18n.t('vault.lockWindows')}
				detail={i18n.t('vault.lockWindowsDetail')}
				isOn={triggers.onWindowsClosed}
				onChange={(onWindowsClosed) => onChange({ ...triggers, onWindowsClosed })}
			/>
			<p class="detail">{i18n.t('vault.lockAlways')}</p>
		</div>
	);
}

interface MinutesChoiceProps {
	label: string;
	minutes: number | null;
	onChange: (minutes: number | null) => void;
}

function MinutesChoice({ label, minutes, onChange }: MinutesChoiceProps) {
	const id = useId();
	const choices = new Set<number>([...offered, ...(minutes === null ? [] : [minutes])]);
	return (
		<p class="minutes-choice">
			<label for={id}>{label}</label>
			<select
				id={id}
				autocomplete="off"
				value={minutes === null ? 'never' : String(minutes)}
				onChange={({ currentTarget: { value } }) =>
					onChange(value === 'never' ? null : Number(value))
				}
			>
				{[...choices]
					.sort((a, b) => a - b)
					.map((count) => (
						<option key={count} value={String(count)}>
							{i18n.t('vault.after', [timerText(count * 60_000)])}
						</option>
					))}
				<option value="never">{i18n.t('vault.never')}</option>
			</select>
		</p>
	);
}
