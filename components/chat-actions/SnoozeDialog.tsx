import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { snoozeTimes } from '@/lib/inbox/snooze-times';
import { Dialog } from '../Dialog';
import { clockText, shortDay, stampText } from '../words/days';
import './SnoozeDialog.css';

interface SnoozeDialogProps {
	now: number;
	/** `null` until somebody writes. */
	onPick: (untilAt: number | null) => void;
	onClose: () => void;
}

/** Until when a chat is put away. */
export function SnoozeDialog({ now, onPick, onClose }: SnoozeDialogProps) {
	const { laterToday, tomorrow, nextWeek } = snoozeTimes(now);
	const [custom, setCustom] = useState('');
	const customAt = custom === '' ? Number.NaN : new Date(custom).getTime();
	const day = (at: number): string => `${shortDay(at, now)}, ${clockText(at)}`;

	return (
		<Dialog title={i18n.t('snooze.title')} onClose={onClose}>
			<div class="snooze-choices">
				{laterToday !== null && (
					<Choice
						label={i18n.t('snooze.laterToday')}
						detail={stampText(laterToday, now)}
						onPick={() => onPick(laterToday)}
					/>
				)}
				<Choice
					label={i18n.t('snooze.tomorrow')}
					detail={clockText(tomorrow)}
					onPick={() => onPick(tomorrow)}
				/>
				<Choice
					label={i18n.t('snooze.nextWeek')}
					detail={day(nextWeek)}
					onPick={() => onPick(nextWeek)}
				/>
				<Choice label={i18n.t('snooze.untilReply')} onPick={() => onPick(null)} />
			</div>
			<form
				class="snooze-custom"
				onSubmit={(event) => {
					event.preventDefault();
					if (customAt > now) onPick(customAt);
				}}
			>
				<label>
					{i18n.t('snooze.custom')}
					<input
						type="datetime-local"
						class="dialog-field"
						autocomplete="off"
						value={custom}
						onInput={(event) => setCustom(event.currentTarget.value)}
					/>
				</label>
				<div class="dialog-buttons">
					<button type="button" class="text-action" onClick={onClose}>
						{i18n.t('timer.cancel')}
					</button>
					<button type="submit" class="action" disabled={!(customAt > now)}>
						{i18n.t('snooze.set')}
					</button>
				</div>
			</form>
		</Dialog>
	);
}

interface ChoiceProps {
	label: string;
	detail?: string;
	onPick: () => void;
}

function Choice({ label, detail, onPick }: ChoiceProps) {
	return (
		<button type="button" class="snooze-choice" onClick={onPick}>
			<span>{label}</span>
			{detail && <span class="snooze-when">{detail}</span>}
		</button>
	);
}
