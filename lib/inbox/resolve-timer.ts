import type { Chat, ChatRow, Lifespan, Settings, Timer, TimerFrom } from '../model';

/** What of a chat has a say in how long its copies live. */
export type TimedChat = Partial<Pick<Chat, 'network' | 'timer' | 'clock' | 'networkTimerMs'>>;

/** Which timer applies, whose it is, and from when it runs. */
export interface TimerRule extends Pick<ChatRow, 'timer' | 'timerFrom'> {
	lifespan: Lifespan;
}

interface TimerSource {
	from: TimerFrom;
	/** `undefined` where it says nothing. */
	timerOf(chat: TimedChat, settings: Settings): Timer | undefined;
}

/** In this order: the first that says something decides. */
const sources: readonly TimerSource[] = [
	{ from: 'chat', timerOf: ({ timer }) => timer },
	{
		from: 'network',
		timerOf: ({ network }, { networkTimers }) => network && networkTimers?.[network],
	},
	{ from: 'default', timerOf: (_, { defaultTimer }) => defaultTimer },
];

/**
 * Which timer applies to a chat, and why. What its network deletes sooner by a timer of its
 * own goes here as soon; that one runs from sending, whatever the chat's clock.
 */
export function resolveTimer(chat: TimedChat, settings: Settings): TimerRule {
	const decided = decideTimer(chat, settings);
	const theirs = chat.networkTimerMs;
	const rule: Omit<TimerRule, 'lifespan'> =
		theirs !== undefined && isShorter(decided.timer, theirs)
			? { timer: theirs, timerFrom: 'theirs' }
			: decided;
	return { ...rule, lifespan: lifespanOf(chat, decided.timer, rule.timer) };
}

function lifespanOf({ clock, networkTimerMs }: TimedChat, own: Timer, shorter: Timer): Lifespan {
	if (clock !== 'read' || own === 'off') return shorter;
	return { sent: networkTimerMs ?? 'off', read: own };
}

function decideTimer(chat: TimedChat, settings: Settings): Omit<TimerRule, 'lifespan'> {
	for (const { from, timerOf } of sources) {
		const timer = timerOf(chat, settings);
		if (timer !== undefined) return { timer, timerFrom: from };
	}
	return { timer: settings.defaultTimer, timerFrom: 'default' };
}

/** Whether copies live shorter under the second than under the first. */
export function isShorter(before: Timer, after: Timer): boolean {
	return after !== 'off' && (before === 'off' || after < before);
}
