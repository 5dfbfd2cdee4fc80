import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { expiresAt } from '@/lib/inbox/expiry';
import type { ChatRow, ShownMessage, Timer } from '@/lib/model';
import { TimerChoice } from './TimerChoice';
import { timerRule } from './words/expiry';
import './TimerPicker.css';

interface TimerPickerProps {
	row: ChatRow;
	defaultTimer: Timer;
	/** What is loaded of the chat, to say what a shorter timer deletes at once. */
	messages: readonly ShownMessage[];
	now: number;
	/** `null` returns the chat to the default. */
	onSet: (timer: Timer | null) => void;
	onCancel: () => void;
}

/** Chooses a chat's timer; says which rule applies, and what goes at once before it does. */
export function TimerPicker(props: TimerPickerProps) {
	const { row, defaultTimer, messages, now, onSet, onCancel } = props;
	const [draft, setDraft] = useState<Timer | null | undefined>(row.chat.timer ?? null);
	const chosen = draft === null ? defaultTimer : draft;
	const goingNow =
		chosen === undefined
			? 0
			: messages.filter((message) => (expiresAt(message, chosen) ?? now + 1) <= now).length;
	const rule =
		chosen === undefined
			? null
			: timerRule({ timer: chosen, timerFrom: draft === null ? 'default' : 'chat' });

	return (
		<div class="timer-picker">
			<TimerChoice
				label={i18n.t('timer.title')}
				value={draft ?? null}
				defaultTimer={defaultTimer}
				onChange={setDraft}
			/>
			<p class="timer-rule">
				{rule} {i18n.t('timer.untouched')}
			</p>
			{goingNow > 0 && <p class="timer-erasure">{i18n.t('timer.goNow', goingNow)}</p>}
			<div class="timer-buttons">
				<button type="button" class="text-action" onClick={onCancel}>
					{i18n.t('timer.cancel')}
				</button>
				<button
					type="button"
					class={goingNow > 0 ? 'action action-erase' : 'action'}
					disabled={draft === undefined}
					onClick={() => draft !== undefined && onSet(draft)}
				>
					{goingNow > 0 ? i18n.t('timer.setAndDelete') : i18n.t('timer.set')}
				</button>
			</div>
		</div>
	);
}
