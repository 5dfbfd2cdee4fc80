import { describe, expect, test } from 'vitest';
import { parseCapture } from '@/lib/inbox/parse-capture';
import { captureLimits } from '@/lib/limits';
import { dayMs, type RawCapture } from '@/lib/model';
import { chatReading, messageReading } from '../networks/readings';
import { now } from './open-inbox';

function raw(changes: Partial<RawCapture> = {}): RawCapture {
	return { account: 'me', readAt: now, chats: [], thread: null, ...changes };
}

function threadOf(...messages: unknown[]): RawCapture {
	return raw({ thread: { chatId: 'a', provisionalId: null, title: 'Ada', messages } });
}

const parse = (payload: unknown) => parseCapture(payload, 'whatsapp', now);
const textOf = (payload: unknown) => parse(payload).capture?.thread?.messages[0]?.text;

describe('a capture', () => {
	test('is taken as it is, with the network of its sender', () => {
		const chat = chatReading({ title: 'Ada' });
		const message = messageReading({ text: 'Hello' });
		const payload = { ...threadOf(message), chats: [chat], network: 'instagram' };
		expect(parse(payload)).toMatchObject({
			capture: { network: 'whatsapp', chats: [chat], thread: { messages: [message] } },
			droppedRows: 0,
			refusal: null,
		});
	});

	test.each([
		['nothing', undefined],
		['a text', 'capture'],
		['a list', []],
		['no time', { ...raw(), readAt: 'now' }],
		['a thread that is none', { ...raw(), thread: 'open' }],
		['more chats than fit', raw({ chats: Array(captureLimits.items + 1).fill(null) })],
		['more messages than fit', threadOf(...Array(captureLimits.items + 1).fill(null))],
		['a number without end', raw({ readAt: Number.POSITIVE_INFINITY })],
		['what is no JSON', { ...raw(), chats: [1n] }],
	])('that is %s is refused whole', (_, payload) => {
		expect(parse(payload)).toEqual({ capture: null, droppedRows: 0, refusal: 'bad-shape' });
	});

	test('that goes in circles, or too deep, is refused whole', () => {
		const circle: Record<string, unknown> = { ...raw() };
		circle.chats = [circle];
		expect(parse(circle).refusal).toBe('bad-shape');
		let deep: unknown = [];
		for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
		expect(parse({ ...raw(), chats: [deep] }).refusal).toBe('bad-shape');
	});

	test('of more bytes than allowed is refused whole, counted as UTF-8', () => {
		const fitting = threadOf(messageReading({ text: 'ä'.repeat(100_000) }));
		expect(parse(fitting).refusal).toBeNull();
		const tooLarge = threadOf(messageReading({ text: '字'.repeat(100_000) }));
		expect(parse(tooLarge).refusal).toBe('too-large');
	});

	test('loses only the rows that are broken, and says how many', () => {
		const payload = {
			...threadOf(messageReading({ text: 'Good' }), { text: 'bad' }, null),
			chats: [chatReading({ title: 'Ada' }), { ...chatReading(), unread: -1 }],
		};
		const { capture, droppedRows } = parse(payload);
		expect(capture?.chats.map(({ title }) => title)).toEqual(['Ada']);
		expect(capture?.thread?.messages.map(({ text }) => text)).toEqual(['Good']);
		expect(droppedRows).toBe(3);
	});

	test.each([
		['markup', '<img src=x onerror=alert(1)><script>x</script>'],
		['NUL', 'a\0b'],
		['a bidi override', 'abc\u202etxt.exe'],
		['100,000 characters', 'x'.repeat(100_000)],
	])('keeps %s as text', (_, text) => {
		expect(textOf(threadOf(messageReading({ text })))).toBe(text);
	});

	test('has no lone surrogates left', () => {
		expect(textOf(threadOf(messageReading({ text: 'a\ud800b 😀' })))).toBe('a\ufffdb 😀');
	});

	test('has no times that cannot be', () => {
		const moments = [
			{ from: now, to: now - 1, precision: 'interval' },
			{ from: now + 2 * dayMs, to: now + 2 * dayMs, precision: 'exact' },
			{ from: null, to: now + 400 * dayMs, precision: 'interval' },
		] as const;
		const { capture } = parse(threadOf(...moments.map((sentAt) => messageReading({ sentAt }))));
		expect(capture?.thread?.messages.map(({ sentAt }) => sentAt.precision)).toEqual([
			'unknown',
			'unknown',
			'unknown',
		]);
	});
});
