import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '@/lib/inbox/search';
import { maxTextLength } from '@/lib/limits';
import { type Message, messageKinds, sides } from '@/lib/model';
import {
	openPage,
	PageFormatError,
	packPage,
	packPages,
	SearchedPage,
} from '@/lib/store/page-codec';
import { tellInTime } from '../tell-in-time';
import { momentAt, noon, sampleMessage } from './samples';

const hash = fc
	.uint8Array({ minLength: 16, maxLength: 16 })
	.map((bytes) => Buffer.from(bytes).toString('base64url'));
/** Any UTF-16 units: lone surrogates, NUL and text ends among them. */
const units = fc
	.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
	.map((codes) => String.fromCharCode(...codes));
const words = fc
	.array(
		fc.constantFrom(
			'X',
			'Über',
			'straße',
			'ΟΔΟΣ',
			'İZMİR',
			'ﬁn',
			'한국',
			'שָׁלוֹם',
			'🍋',
			'e\u0301',
			'ABC',
		),
		{ maxLength: 8 },
	)
	.map((some) => some.join(' '));
const text = fc.oneof(units, words, fc.string({ unit: 'binary' }), fc.constant(''));
const id = fc.oneof({ weight: 9, arbitrary: hash }, { weight: 1, arbitrary: text });
const time = fc.oneof(
	fc.integer({ min: 0, max: 8.64e15 }),
	fc.integer({ min: noon - 1e9, max: noon }),
);
const end = fc.option(time);
const moment = fc.oneof(
	fc.record(
		{
			from: end,
			to: end,
			precision: fc.constantFrom(...(['exact', 'minute', 'day', 'interval', 'unknown'] as const)),
		},
		{ noNullPrototype: true },
	),
	time.map(momentAt),
	time.map((from) => ({ from, to: from + 59_999, precision: 'minute' as const })),
);
const finite = fc.oneof(
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.integer(),
	fc.maxSafeInteger(),
);
const message: fc.Arbitrary<Message> = fc
	.record(
		{
			key: id,
			rank: finite,
			side: fc.constantFrom(...sides),
			sender: fc.option(text),
			kind: fc.constantFrom(...messageKinds),
			text: fc.option(text, { freq: 8 }),
			truncated: fc.boolean(),
			quote: fc.option(text),
			sentAt: moment,
			firstSeenAt: fc.oneof(time, finite),
			edited: fc.boolean(),
			deleted: fc.boolean(),
			reactions: fc.array(text, { maxLength: 3 }),
			signature: id,
		},
		{ noNullPrototype: true },
	)
	.chain((one) =>
		fc.constantFrom<Message>(one, { ...one, gapBefore: true }, { ...one, gapBefore: false }),
	);

const runs = { numRuns: 400, ...tellInTime() };

describe('a page', () => {
	it('gives back any messages as they were', () => {
		fc.assert(
			fc.property(fc.array(message, { maxLength: 20 }), (messages) => {
				const page = openPage(packPage(messages));
				expect(page.count).toBe(messages.length);
				expect(page.messages()).toStrictEqual(messages);
			}),
			runs,
		);
	});

	it('gives one message without the others', () => {
		const messages = [
			sampleMessage('a'),
			sampleMessage('b', 7, { text: null }),
			sampleMessage('c'),
		];
		const page = openPage(packPage(messages));
		expect(page.message(2)).toStrictEqual(messages[2]);
		expect(page.message(1)).toStrictEqual(messages[1]);
		expect(() => page.message(3)).toThrow(RangeError);
	});

	it('keeps what a later version may add to a message', () => {
		const later = {
			...sampleMessage('a'),
			poll: { kind: 'text', options: [1, null] },
			edited: false,
		};
		expect(openPage(packPage([later])).message(0)).toStrictEqual(later);
	});

	it('searches every text as the inbox compares it, and knows whose it is', () => {
		fc.assert(
			fc.property(fc.array(message, { maxLength: 20 }), (messages) => {
				const page = new SearchedPage(packPage(messages));
				const senders = page.senders();
				expect(page.newestAt).toBe(Math.max(...messages.map((_, index) => page.latestOf(index))));
				for (const [index, { text, sender, sentAt, firstSeenAt }] of messages.entries()) {
					expect(page.foldedText(index)).toBe(text === null ? null : foldText(text));
					expect(senders[index]).toBe(foldText(sender ?? ''));
					expect(page.copyOf(index).firstSeenAt).toBe(sentAt.from ?? sentAt.to ?? firstSeenAt);
					expect(page.latestOf(index)).toBe(sentAt.to ?? sentAt.from ?? firstSeenAt);
				}
				for (const column of ['narrow', 'wide'] as const) {
					const joined = page.texts[column];
					let start = 0;
					for (const entry of joined.split('X').slice(0, -1)) {
						const index = page.messageAt(column, start);
						expect(page.foldedText(index)).toBe(entry);
						expect(page.messageAt(column, start + entry.length)).toBe(index);
						start += entry.length + 1;
					}
				}
			}),
			runs,
		);
	});

	it('keeps texts of one byte a character apart from all others', () => {
		const texts = ['Für Zoë: çok güzel', 'Tiếng Việt', 'Blåbær & œuf', 'Бублик', '🍋', '晚饭'];
		const page = new SearchedPage(
			packPage(texts.map((each) => sampleMessage(each, 1, { text: each }))),
		);
		expect(page.texts.narrow).toBe('fur zoe: cok guzelXtieng vietX');
		expect(page.texts.wide).toBe('blabær & œufXбубликX🍋X晚饭X');
	});

	it('takes less than 0.7 of the bytes of the same messages as JSON', () => {
		const messages = Array.from({ length: 256 }, (_, index) =>
			sampleMessage(Buffer.from(`${index}`.padStart(16)).toString('base64url'), index * 61_000, {
				text: `Shall we meet at ${index % 24} at the Bridge, or later with Mia and the others?`,
				signature: Buffer.from(`${index}`.padEnd(16)).toString('base64url'),
			}),
		);
		const json = new TextEncoder().encode(JSON.stringify(messages)).length;
		expect(packPage(messages).length / json).toBeLessThan(0.5);
	});

	it('is refused when it is of another version, cut, or longer than it says', () => {
		const bytes = packPage([sampleMessage('a'), sampleMessage('b', 5, { text: 'Zoë' })]);
		const other = bytes.slice();
		other[0] = 2;
		expect(() => openPage(other)).toThrow(PageFormatError);
		expect(() => openPage(new Uint8Array([...bytes, 0]))).toThrow(PageFormatError);
		for (let length = 0; length < bytes.length; length += 1) {
			expect(() => openPage(bytes.slice(0, length))).toThrow(PageFormatError);
		}
	});

	it('never takes damaged bytes for what they were not without an end', () => {
		const bytes = packPage([sampleMessage('a'), sampleMessage('b', 5, { text: 'Zoë' })]);
		fc.assert(
			fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const damaged = bytes.slice();
				damaged[at] = (damaged[at] ?? 0) ^ flip;
				try {
					openPage(damaged).messages();
				} catch (error) {
					expect(error).toBeInstanceOf(Error);
				}
			}),
			runs,
		);
	});
});

describe('packing pages', () => {
	it('puts at most 256 messages and less than 60 KB into one, in order', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constantFrom('a', 'Ü', '한', '\u{1F34B}', '\ud800'), fc.nat(2_000)), {
					maxLength: 600,
				}),
				(some) => {
					const messages = some.map(([character, length], index) =>
						sampleMessage(`${index}`, index, { text: character.repeat(length) }),
					);
					const pages = packPages(messages);
					expect(pages.flatMap((page) => openPage(page.bytes).messages())).toStrictEqual(messages);
					for (const page of pages) {
						expect(page.messages.length).toBeLessThanOrEqual(256);
						expect(page.bytes.length).toBeLessThan(58_001);
					}
				},
			),
			{ numRuns: 20, ...tellInTime() },
		);
	});

	it('fills pages with ordinary messages', () => {
		const messages = Array.from({ length: 600 }, (_, index) => sampleMessage(`${index}`, index));
		expect(packPages(messages).map((page) => page.messages.length)).toEqual([256, 256, 88]);
	});

	it('gives the longest texts a page of their own', () => {
		const long = '한국어 문장 '.repeat(maxTextLength).slice(0, maxTextLength);
		const messages = [
			sampleMessage('a'),
			sampleMessage('b', 1, { text: long }),
			sampleMessage('c'),
		];
		const pages = packPages(messages);
		expect(pages.map((page) => page.messages.length)).toEqual([1, 1, 1]);
		expect(pages.flatMap((page) => openPage(page.bytes).messages())).toStrictEqual(messages);
	});

	it('makes no page of nothing', () => {
		expect(packPages([])).toEqual([]);
	});
});
