import type { Chat, Clock, Network, Settings, Timer } from '../model';
import { expiredThroughAfter, retimeChats } from './expired-through';
import { withTimerChange } from './timer-log';

/** What the user chose: for one chat, one network or all. `null` gives back what stands behind. */
export type TimerChoice =
	| { scope: 'chat'; chatKey: string; timer: Timer | null; clock?: Clock | undefined }
	| { scope: 'network'; network: Network; timer: Timer | null }
	| { scope: 'default'; timer: Timer };

export interface Retimed {
	settings: Settings;
	/** Only those that change with it. */
	chats: Chat[];
}

/** Settings and chats after the user chose a timer; `null` where there is no such chat. */
export function chooseTimer(
	choice: TimerChoice,
	chats: readonly Chat[],
	settings: Settings,
	now: number,
): Retimed | null {
	const logged = withTimerChange(settings, { at: now, ...choice });
	if (choice.scope === 'chat') {
		const chat = chats.find(({ key }) => key === choice.chatKey);
		if (!chat) return null;
		const { timer: _, ...untimed } = chat;
		const rest = withClock(untimed, choice.clock);
		const chosen = choice.timer === null ? rest : { ...rest, timer: choice.timer };
		const through = expiredThroughAfter(chat, settings, chosen, settings, now);
		return { settings: logged, chats: [{ ...chosen, ...through }] };
	}
	const after = withTimer(logged, choice);
	return { settings: after, chats: retimeChats(chats, settings, after, now) };
}

/** `undefined` leaves it as it is. */
function withClock(chat: Omit<Chat, 'timer'>, clock: Clock | undefined): Omit<Chat, 'timer'> {
	if (clock === undefined) return chat;
	const { clock: _, ...rest } = chat;
	return clock === 'read' ? { ...rest, clock } : rest;
}

function withTimer(settings: Settings, choice: Exclude<TimerChoice, { scope: 'chat' }>): Settings {
	if (choice.scope === 'default') return { ...settings, defaultTimer: choice.timer };
	const { [choice.network]: _, ...others } = settings.networkTimers ?? {};
	const networkTimers =
		choice.timer === null ? others : { ...others, [choice.network]: choice.timer };
	return { ...settings, networkTimers };
}
