import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { expiresAt } from '@/lib/inbox/expiry';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { ChatRow, Clock, ShownMessage, Timer } from '@/lib/model';
import { ClockChoice } from './ClockChoice';
import { ErasureNote } from './ErasureNote';
import { TimerChoice } from './TimerChoice';
import { useGoingNow, useOnceCounted, useTimerDesk } from './timer-desk';
import { timerRule, timerSource } from './words/expiry';
import { countText } from './words/numbers';
import './TimerPicker.css';

interface TimerPickerProps {
	row: ChatRow;
	/** Chats that get the same timer with it. */
	others?: readonly ChatRow[];
	defaultTimer: Timer;
	/** What is loaded of the chat, to say what a shorter timer deletes before all of it is counted. */
	messages?: readonly ShownMessage[];
	now: number;
	/** `null` returns the chat to the default. */
	onSet: (timer: Timer | null, clock?: Clock) => void;
	onCancel: () => void;
}

/** "Timer for this chat", or for so many. */
export const timerTitle = (count: number): string =>
	count === 1 ? i18n.t('timer.title') : i18n.t('timer.titleSeveral', count, [countText(count)]);

/** Chooses a chat's timer; says which rule applies, and what goes at once before it does. */
export function TimerPicker(props: TimerPickerProps) {
	const { row, others = [], defaultTimer, messages = [], now, onSet, onCancel } = props;
	const { chat } = row;
	const settings = useTimerDesk()?.settings ?? { defaultTimer };
	const [draft, setDraft] = useState<Timer | null | undefined>(chat.timer ?? null);
	const [clock, setClock] = useState<Clock | undefined>(undefined);
	const { timer: _, networkTimerMs: __, ...untimed } = chat;
	const behind = resolveTimer(untimed, settings).timer;
	const { timer: ___, clock: storedClock, ...rest } = chat;
	const shownClock = clock ?? storedClock ?? 'sent';
	const known = shownClock === 'read' ? { ...rest, clock: shownClock } : rest;
	const chosen =
		draft === undefined
			? null
			: resolveTimer(draft === null ? known : { ...known, timer: draft }, settings);
	const all = [row, ...others];
	const isChanged =
		draft !== undefined &&
		all.some(
			(each) =>
				draft !== (each.chat.timer ?? null) ||
				(clock !== undefined && clock !== (each.chat.clock ?? 'sent')),
		);
	const counted = useGoingNow(
		isChanged
			? all.map((each) => ({ scope: 'chat', chatKey: each.chat.key, timer: draft, clock }))
			: null,
	);
	const seen =
		chosen === null
			? 0
			: messages.filter((message) => (expiresAt(message, chosen.lifespan) ?? now + 1) <= now)
					.length;
	const goingNow = Math.max(counted ?? 0, seen);

	const set = useOnceCounted(counted, seen > 0, () => {
		if (draft === undefined) return;
		if (clock === undefined) onSet(draft);
		else onSet(draft, clock);
	});

	return (
		<div class="timer-picker">
			{others.length === 0 && <p class="timer-now">{timerSource(row)}</p>}
			<TimerChoice
				label={timerTitle(all.length)}
				value={draft ?? null}
				defaultTimer={behind}
				onChange={setDraft}
			/>
			<ClockChoice value={shownClock} onChange={setClock} />
			<p class="timer-rule">
				{chosen && timerRule({ ...chosen, chat: known })} {i18n.t('timer.untouched')}
			</p>
			<ErasureNote count={goingNow} />
			<div class="timer-buttons">
				<button type="button" class="text-action" onClick={onCancel}>
					{i18n.t('timer.cancel')}
				</button>
				<button
					type="button"
					class={goingNow > 0 ? 'action action-erase' : 'action'}
					disabled={draft === undefined}
					onClick={set}
				>
					{goingNow > 0 ? i18n.t('timer.setAndDelete') : i18n.t('timer.set')}
				</button>
			</div>
		</div>
	);
}
