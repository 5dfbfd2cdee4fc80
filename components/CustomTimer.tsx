import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type DurationUnit, splitDuration, unitMs } from './words/durations';
import './CustomTimer.css';

const units: readonly DurationUnit[] = ['minute', 'hour', 'day', 'week'];
/** As `timerSchema` allows. */
const longestMs = 10 * 366 * unitMs.day;

interface CustomTimerProps {
	startMs: number;
	/** `undefined` while what is typed is no timer. */
	onChange: (timer: number | undefined) => void;
}

/** "3 days": a number and a unit. */
export function CustomTimer({ startMs, onChange }: CustomTimerProps) {
	const start = splitDuration(startMs);
	const [count, setCount] = useState(String(start.count));
	const [unit, setUnit] = useState(start.unit);
	const timer = timerOf(count, unit);

	const change = (nextCount: string, nextUnit: DurationUnit) => {
		setCount(nextCount);
		setUnit(nextUnit);
		onChange(timerOf(nextCount, nextUnit));
	};

	return (
		<div class="custom-timer">
			<input
				type="text"
				inputMode="numeric"
				autocomplete="off"
				maxLength={5}
				aria-label={i18n.t('timer.customCount')}
				aria-invalid={timer === undefined}
				value={count}
				onInput={(event) => change(event.currentTarget.value, unit)}
			/>
			<select
				autocomplete="off"
				aria-label={i18n.t('timer.customUnit')}
				value={unit}
				onChange={(event) =>
					change(count, units.find((each) => each === event.currentTarget.value) ?? unit)
				}
			>
				{units.map((each) => (
					<option key={each} value={each}>
						{i18n.t(`timer.${each}`)}
					</option>
				))}
			</select>
		</div>
	);
}

function timerOf(count: string, unit: DurationUnit): number | undefined {
	const timer = /^\s*\d+\s*$/u.test(count) ? Number(count) * unitMs[unit] : 0;
	return timer > 0 && timer <= longestMs ? timer : undefined;
}
