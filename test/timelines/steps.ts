import fc from 'fast-check';
import { type Clock, dayMs, hourMs, type Timer, weekMs } from '@/lib/model';

const minuteMs = 60_000;
export const chatNames = ['Ada', 'Ben'] as const;
export type ChatName = (typeof chatNames)[number];

/** What may happen to an inbox, to its pages, and to the computer that it is on. */
export type Step =
	/** Time goes by: awake, asleep or with the browser closed, which only sweeps tell apart. */
	| { do: 'wait'; ms: number }
	/** Somebody sets the computer's clock, right or wrong. */
	| { do: 'set-clock'; ms: number }
	/** Somebody writes, perhaps an answer to what was said before; the page has it from then on. */
	| { do: 'write'; chat: ChatName; agoMs: number; isMine: boolean; isReply: boolean }
	| { do: 'edit'; chat: ChatName; which: number }
	/** The page is read: its last so many messages, with the row's last line. */
	| { do: 'read-page'; chat: ChatName; length: number; networkTimerMs: number | null }
	/** The user opens a chat in Stube. */
	| { do: 'open'; chat: ChatName }
	| {
			do: 'choose';
			on: 'chat' | 'network' | 'default';
			chat: ChatName;
			timer: Timer | null;
			clock: Clock | undefined;
	  }
	/** The user deletes a chat here; its page goes on showing it. */
	| { do: 'delete'; chat: ChatName }
	| { do: 'delete-message'; which: number }
	/** The user keeps a message past its time, or no longer. */
	| { do: 'keep'; which: number; isKept: boolean }
	/** The late sweep runs; the eager one runs after every step. */
	| { do: 'sweep' }
	| { do: 'restart' }
	| { do: 'lock' }
	| { do: 'unlock' };

const chat = fc.constantFrom(...chatNames);
const span = fc.constantFrom(1, minuteMs, 20 * minuteMs, hourMs, 5 * hourMs, dayMs, weekMs);
const timer = fc.constantFrom<Timer>('off', 30 * minuteMs, hourMs, 8 * hourMs, dayMs, weekMs);
const of = <Kind extends Step['do']>(
	kind: Kind,
	fields: Record<string, fc.Arbitrary<unknown>> = {},
) => fc.record({ do: fc.constant(kind), ...fields });

export const timelines: fc.Arbitrary<Step[]> = fc.array(
	fc.oneof(
		{ weight: 6, arbitrary: of('wait', { ms: span }) },
		{ weight: 1, arbitrary: of('wait', { ms: fc.constant(40 * dayMs) }) },
		{
			weight: 2,
			arbitrary: of('set-clock', {
				ms: fc.constantFrom(-dayMs, -3 * hourMs, -minuteMs, 3 * hourMs, 20 * dayMs, 400 * dayMs),
			}),
		},
		{
			weight: 8,
			arbitrary: of('write', { chat, agoMs: span, isMine: fc.boolean(), isReply: fc.boolean() }),
		},
		{ weight: 2, arbitrary: of('edit', { chat, which: fc.nat(9) }) },
		{
			weight: 10,
			arbitrary: of('read-page', {
				chat,
				length: fc.integer({ min: 1, max: 6 }),
				networkTimerMs: fc.constantFrom(null, null, null, hourMs, dayMs),
			}),
		},
		{ weight: 3, arbitrary: of('open', { chat }) },
		{
			weight: 6,
			arbitrary: of('choose', {
				on: fc.constantFrom('chat', 'chat', 'network', 'default'),
				chat,
				timer: fc.option(timer),
				clock: fc.constantFrom(undefined, 'sent', 'read', 'read'),
			}),
		},
		{ weight: 1, arbitrary: of('delete', { chat }) },
		{ weight: 2, arbitrary: of('delete-message', { which: fc.nat(9) }) },
		{ weight: 3, arbitrary: of('keep', { which: fc.nat(9), isKept: fc.boolean() }) },
		{ weight: 2, arbitrary: of('sweep') },
		{ weight: 1, arbitrary: of('restart') },
		{ weight: 1, arbitrary: of('lock') },
		{ weight: 2, arbitrary: of('unlock') },
	) as fc.Arbitrary<Step>,
	{ minLength: 4, maxLength: 16 },
);
