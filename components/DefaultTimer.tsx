import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Timer } from '@/lib/model';
import { TimerChoice } from './TimerChoice';
import { timerText } from './words/durations';
import { timerRule } from './words/expiry';
import './TimerPicker.css';

interface DefaultTimerProps {
	timer: Timer;
	onSet: (timer: Timer) => void;
}

/** The timer of all chats without one of their own; a shorter one says what it deletes. */
export function DefaultTimer({ timer, onSet }: DefaultTimerProps) {
	const [draft, setDraft] = useState<Timer | undefined>(timer);
	const isShorter = draft !== undefined && draft !== 'off' && (timer === 'off' || draft < timer);

	return (
		<div class="default-timer">
			<TimerChoice
				label={i18n.t('section.timer')}
				value={timer}
				onChange={(next) => setDraft(next ?? undefined)}
			/>
			{draft !== undefined && draft !== timer && (
				<>
					<p class="timer-rule">{timerRule({ timer: draft, timerFrom: 'default' })}</p>
					{isShorter && <p class="timer-erasure">{i18n.t('timer.mayGoNow', [timerText(draft)])}</p>}
					<div class="timer-buttons">
						<button
							type="button"
							class={isShorter ? 'action action-erase' : 'action'}
							onClick={() => onSet(draft)}
						>
							{i18n.t('timer.set')}
						</button>
					</div>
				</>
			)}
		</div>
	);
}
