import { i18n } from '#i18n';
import { type Clock, clocks } from '@/lib/model';
import { RadioList } from './RadioList';

interface ClockChoiceProps {
	value: Clock;
	onChange: (clock: Clock) => void;
}

const labelKeys = { sent: 'timer.clockSent', read: 'timer.clockRead' } as const;

/** From when a chat's timer runs. */
export function ClockChoice({ value, onChange }: ClockChoiceProps) {
	return (
		<div class="clock-choice">
			<RadioList
				label={i18n.t('timer.clock')}
				value={value}
				onChange={onChange}
				options={clocks.map((clock) => ({ value: clock, label: i18n.t(labelKeys[clock]) }))}
			/>
		</div>
	);
}
