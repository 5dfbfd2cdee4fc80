import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureLimits } from '@/lib/limits';
import { splitReading } from '@/lib/networks/split-reading';
import { tellInTime } from '../tell-in-time';
import { chatReading, messageReading } from './readings';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

function threadOf(texts: readonly string[]) {
	const messages = texts.map((text, index) => messageReading({ id: `m${index}`, text }));
	return { chatId: 'c', provisionalId: null, title: 'T', messages };
}

describe('a reading on its way to the background', () => {
	it('is never larger than a capture may be, and nothing of it is lost', () => {
		const sizes = fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 40 });
		fc.assert(
			fc.property(sizes, fc.integer({ min: 0, max: 700 }), (long, count) => {
				const texts = [...long.map((size) => 'ü'.repeat(size)), ...Array(count).fill('short')];
				const chats = texts.map((text, index) =>
					chatReading({ id: `c${index}`, preview: text.slice(0, 2_000) }),
				);
				const thread = threadOf(texts);
				const captures = splitReading({ account: 'a', thread }, chats, 1);
				for (const capture of captures) {
					expect(bytesOf(capture)).toBeLessThanOrEqual(captureLimits.bytes);
					expect(capture.chats.length).toBeLessThanOrEqual(captureLimits.items);
					expect(capture.thread?.messages.length ?? 0).toBeLessThanOrEqual(captureLimits.items);
				}
				expect(captures.flatMap((capture) => capture.chats)).toEqual(chats);
				const arrived = captures.flatMap((capture) => capture.thread?.messages ?? []);
				expect(new Set(arrived)).toEqual(new Set(thread.messages));
			}),
			{ numRuns: 60, ...tellInTime() },
		);
	});

	it('repeats some messages where a long thread is cut, so that its parts can be joined', () => {
		const texts = Array.from({ length: 500 }, (_, index) => `text ${index}`);
		const parts = splitReading({ account: 'a', thread: threadOf(texts) }, [], 1).map(
			(capture) => capture.thread?.messages ?? [],
		);
		expect(parts.length).toBeGreaterThan(2);
		for (const [index, part] of parts.slice(1).entries()) {
			expect(parts[index]).toContain(part[0]);
		}
	});

	it('cuts a message that no capture could hold, and says so', () => {
		const thread = threadOf(['漢'.repeat(120_000), `${'a'.repeat(60_000)}${'\0'.repeat(60_000)}`]);
		const captures = splitReading({ account: 'a', thread }, [], 1);
		const arrived = captures.flatMap((capture) => capture.thread?.messages ?? []);
		expect(captures.every((capture) => bytesOf(capture) <= captureLimits.bytes)).toBe(true);
		expect(arrived).toMatchObject([{ truncated: true }, { truncated: true }]);
	});

	it('is one capture when it is small', () => {
		expect(splitReading({ account: 'a', thread: null }, [chatReading()], 1)).toHaveLength(1);
	});
});
