import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft, ReadMessage } from '@/lib/inbox/identify-messages';
import { mergeThread } from '@/lib/inbox/merge-thread';
import type { Message } from '@/lib/model';
import { tellInTime } from '../tell-in-time';

/** A thread without ids or times, as Instagram draws it: only texts in their order. */
class Thread {
	stored: Message[] = [];
	#next = 0;

	read(texts: readonly string[]): Draft[] {
		const drafts = mergeThread(this.stored, texts.map(asRead), {
			lifespan: 'off',
			tombstones: [],
			now: 1,
		});
		const byKey = new Map(this.stored.map((message) => [message.key, message]));
		for (const draft of drafts) {
			this.#next += 1;
			const key = draft.key ?? String(this.#next);
			byKey.set(key, { ...draft, key, signature: draft.signature ?? draft.text ?? '' });
		}
		this.stored = [...byKey.values()].sort((a, b) => a.rank - b.rank);
		return drafts;
	}

	get texts(): (string | null)[] {
		return this.stored.map(({ text }) => text);
	}
}

function asRead(text: string): ReadMessage {
	return {
		reading: {
			side: 'theirs',
			sender: null,
			kind: 'text',
			text,
			truncated: false,
			quote: null,
			sentAt: { from: null, to: null, precision: 'unknown' },
			edited: false,
			deleted: false,
			reactions: [],
		},
		key: null,
		isNamed: false,
		signature: text,
		firstSeenAt: 1,
		gapBefore: false,
	};
}

/** Short texts that recur, and some that do not. */
const lively = fc.array(fc.constantFrom('ok', 'ja', 'haha', null), {
	minLength: 12,
	maxLength: 60,
});
const withOwnTexts = (parts: readonly (string | null)[]) =>
	parts.map((part, index) => part ?? `This is what was said as number ${index}`);

/** A person at the page: the window moves by less than half of itself, and messages arrive. */
const steps = fc.array(
	fc.record({ move: fc.integer({ min: -4, max: 4 }), arriving: fc.integer({ min: 0, max: 3 }) }),
	{ minLength: 1, maxLength: 25 },
);
const windowLength = 10;

function play(
	texts: readonly string[],
	moves: { move: number; arriving: number }[],
	first: number,
) {
	const thread = new Thread();
	let there = Math.min(first, texts.length);
	let bottom = there;
	for (const { move, arriving } of [{ move: 0, arriving: 0 }, ...moves]) {
		const wasAtBottom = bottom === there;
		there = Math.min(texts.length, there + arriving);
		bottom = wasAtBottom ? there : bottom;
		bottom = Math.max(Math.min(windowLength, there), Math.min(there, bottom + move));
		const top = Math.max(0, bottom - windowLength);
		thread.read(texts.slice(top, bottom));
	}
	return { thread, there, bottom };
}

/**
 * Where texts recur, a window may lie over what is stored in two ways, and neither a person
 * nor a program can tell which. That is rarer than once in 60,000 such threads; the seed
 * keeps chance out of the test.
 */
fc.configureGlobal({ seed: 20261123 });

describe('a thread without ids', () => {
	test('is stored once and in its order, however the page is scrolled while it grows', () => {
		fc.assert(
			fc.property(lively, steps, fc.integer({ min: 5, max: 20 }), (parts, moves, first) => {
				const texts = withOwnTexts(parts);
				const { thread } = play(texts, moves, first);
				expect(isSubsequence(thread.texts, texts)).toBe(true);
			}),
			{ numRuns: 500, ...tellInTime() },
		);
	});

	test('loses nothing of what was shown when its texts differ', () => {
		const distinct = lively.map((parts) => parts.map((_, index) => `Message number ${index}`));
		fc.assert(
			fc.property(distinct, steps, fc.integer({ min: 5, max: 20 }), (texts, moves, first) => {
				const { thread } = play(texts, moves, first);
				const kept = thread.texts.map((text) => texts.indexOf(text ?? ''));
				const span = Array.from({ length: kept.length }, (_, index) => (kept[0] ?? 0) + index);
				expect(kept).toEqual(span);
			}),
			{ numRuns: 300, ...tellInTime() },
		);
	});

	test('of equal texts only holds no more than were said', () => {
		const equal = fc.array(fc.constant('ok'), { minLength: 5, maxLength: 50 });
		fc.assert(
			fc.property(equal, steps, fc.integer({ min: 1, max: 20 }), (texts, moves, first) => {
				const { thread, there } = play(texts, moves, first);
				expect(thread.texts.length).toBeLessThanOrEqual(there);
				expect(thread.texts.length).toBeGreaterThanOrEqual(Math.min(there, windowLength));
			}),
			{ numRuns: 300, ...tellInTime() },
		);
	});

	test('changes nothing when the same window is read again', () => {
		fc.assert(
			fc.property(lively, steps, fc.integer({ min: 1, max: 20 }), (parts, moves, first) => {
				const texts = withOwnTexts(parts);
				const { thread, bottom } = play(texts, moves, first);
				const window = texts.slice(Math.max(0, bottom - windowLength), bottom);
				thread.read(window);
				expect(thread.read(window)).toEqual([]);
			}),
			{ numRuns: 300, ...tellInTime() },
		);
	});
});

function isSubsequence(some: readonly unknown[], all: readonly unknown[]): boolean {
	let from = 0;
	return some.every((item) => {
		from = all.indexOf(item, from) + 1;
		return from > 0;
	});
}
