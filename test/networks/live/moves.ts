import * as fc from 'fast-check';

/** What happens next. Numbers are taken modulo what there is when it happens. */
export type Move =
	| { do: 'arrive'; chat: number; from: number; common: boolean; kind: number; count: number }
	| { do: 'edit' | 'unsend' | 'react'; chat: number; back: number }
	| { do: 'read' | 'open'; chat: number }
	| { do: 'close' | 'hide' | 'show' | 'reload' }
	| { do: 'scroll-list' | 'scroll-thread'; to: number }
	| { do: 'language'; language: string }
	| { do: 'pass'; ms: number };

/** When the page is read: not at all, in the midst of drawing, or once it is quiet. */
export type Glance = 'none' | 'hasty' | 'quiet';

export interface Step {
	move: Move;
	glance: Glance;
	/** How long after the move a hasty reading comes. */
	hasteMs: number;
	/** Whether a quiet page is read a second time. */
	isReadAgain: boolean;
}

export interface Story {
	language: string;
	/** Minutes after some day at which it begins: days, months and noon pass in some. */
	startMinute: number;
	/** Whether the page is read before anything happens, and again after all of it. */
	isReadFirst: boolean;
	/** On the encrypted store, or on plain maps. */
	isStored: boolean;
	/** More than a page draws at once. */
	isBig: boolean;
	steps: Step[];
}

/** Pages change among these. */
export const languages = ['en', 'de', 'pt-BR', 'tr', 'ar', 'he', 'hi', 'zh-CN', 'ja'] as const;

/** The first chats are those where most happens. */
const chat = fc.oneof({ weight: 5, arbitrary: fc.nat(1) }, { weight: 3, arbitrary: fc.nat(7) });
const passing = fc.constantFrom(800, 5_000, 70_000, 20 * 60_000, 3 * 3_600_000, 26 * 3_600_000);

const move: fc.Arbitrary<Move> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			do: fc.constant('arrive' as const),
			chat,
			from: fc.nat(4),
			common: fc.boolean(),
			kind: fc.nat(15),
			count: fc.constantFrom(1, 1, 1, 1, 2, 7),
		}),
	},
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constantFrom('edit' as const, 'unsend' as const, 'react' as const),
			chat,
			back: fc.nat(12),
		}),
	},
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('open' as const), chat }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('read' as const), chat }) },
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constantFrom('close' as const, 'hide' as const, 'show' as const, 'reload' as const),
		}),
	},
	{
		weight: 4,
		arbitrary: fc.record({ do: fc.constant('scroll-thread' as const), to: fc.nat(50) }),
	},
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant('scroll-list' as const), to: fc.nat(20) }),
	},
	{
		weight: 1,
		arbitrary: fc
			.constantFrom(...languages)
			.map((language): Move => ({ do: 'language', language })),
	},
	{ weight: 2, arbitrary: passing.map((ms): Move => ({ do: 'pass', ms })) },
);

const step: fc.Arbitrary<Step> = fc.record({
	move,
	glance: fc.constantFrom<Glance[]>('none', 'hasty', 'quiet'),
	hasteMs: fc.constantFrom(0, 10, 45, 70, 120, 260),
	isReadAgain: fc.constantFrom(false, false, true),
});

export const story: fc.Arbitrary<Story> = fc.record({
	language: fc.constantFrom(...languages),
	startMinute: fc.nat(300 * 24 * 60),
	isReadFirst: fc.integer({ min: 0, max: 2 }).map((chance) => chance === 0),
	isStored: fc.integer({ min: 0, max: 19 }).map((chance) => chance === 0),
	isBig: fc.integer({ min: 0, max: 11 }).map((chance) => chance === 0),
	steps: fc.array(step, { minLength: 2, maxLength: 4, size: 'max' }),
});
