import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Timer } from '@/lib/model';
import { ErasureNote } from './ErasureNote';
import { TimerChoice } from './TimerChoice';
import { useGoingNow } from './timer-desk';
import { timerText } from './words/durations';
import { countText } from './words/numbers';

interface WelcomeTimerProps {
	timer: Timer;
	/** Messages that pages showed and that were too old to be kept. */
	unkept: number;
	onSet: (timer: Timer) => void;
}

/** The default for all, set by one click; a click that would delete says so and is asked again. */
export function WelcomeTimer({ timer, unkept, onSet }: WelcomeTimerProps) {
	const [draft, setDraft] = useState<Timer | null>(null);
	const wanted = draft === timer ? null : draft;
	const goingNow = useGoingNow(wanted === null ? null : { scope: 'default', timer: wanted });

	useEffect(() => {
		if (wanted !== null && goingNow === 0) onSet(wanted);
	}, [wanted, goingNow]);

	return (
		<>
			<TimerChoice
				label={i18n.t('welcome.timerTitle')}
				value={timer}
				onChange={(next) => setDraft(next ?? null)}
			/>
			{wanted !== null && !!goingNow && (
				<>
					<ErasureNote count={goingNow} />
					<button type="button" class="action action-erase" onClick={() => onSet(wanted)}>
						{i18n.t('timer.setAndDelete')}
					</button>
				</>
			)}
			{unkept > 0 && (
				<p class="welcome-note" role="status" data-part="unkept">
					{i18n.t('welcome.unkept', unkept, [countText(unkept), timerText(timer)])}
				</p>
			)}
		</>
	);
}
