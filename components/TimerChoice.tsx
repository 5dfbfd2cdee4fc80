import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayMs, type Timer, timerPresets } from '@/lib/model';
import { CustomTimer } from './CustomTimer';
import { RadioList } from './RadioList';
import { timerText } from './words/durations';

interface TimerChoiceProps {
	label: string;
	/** `null`: the default applies; only where `defaultTimer` is given. */
	value: Timer | null;
	defaultTimer?: Timer;
	/** `undefined` while what is typed is no timer. */
	onChange: (timer: Timer | null | undefined) => void;
}

/** What can be chosen, by the texts of the radio buttons' values. */
const choiceOf = (timer: Timer | null): string => {
	if (timer === null) return 'default';
	return timerPresets.includes(timer) ? String(timer) : 'custom';
};

/** The timers by name, the default where there is one, and a number with a unit. */
export function TimerChoice({ label, value, defaultTimer, onChange }: TimerChoiceProps) {
	const [choice, setChoice] = useState(choiceOf(value));
	const [custom, setCustom] = useState(
		choiceOf(value) === 'custom' && typeof value === 'number' ? value : 3 * dayMs,
	);

	const pick = (next: string) => {
		setChoice(next);
		if (next === 'default') onChange(null);
		else if (next === 'custom') onChange(custom);
		else onChange(timerPresets.find((timer) => String(timer) === next));
	};

	const type = (timer: number | undefined) => {
		if (timer !== undefined) setCustom(timer);
		onChange(timer);
	};

	return (
		<RadioList
			label={label}
			value={choice}
			onChange={pick}
			options={[
				...(defaultTimer === undefined
					? []
					: [{ value: 'default', label: i18n.t('timer.default', [timerText(defaultTimer)]) }]),
				...timerPresets.map((timer) => ({ value: String(timer), label: timerText(timer) })),
				{
					value: 'custom',
					label: i18n.t('timer.custom'),
					detail: <CustomTimer startMs={custom} onChange={type} />,
				},
			]}
		/>
	);
}
