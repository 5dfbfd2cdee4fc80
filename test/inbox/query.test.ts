import { describe, expect, test } from 'vitest';
import { isChatSearched, isFound, isNameFound, isSearch, parseSearch } from '@/lib/inbox/query';
import type { Message, Moment } from '@/lib/model';
import { sampleChat, sampleMessage } from '../store/samples';

const now = new Date(2026, 10, 23, 12, 0).getTime();
const day = (month: number, date: number) => new Date(2026, month - 1, date).getTime();
const parse = (query: string) => parseSearch(query, now);
const at = (when: number): Moment => ({ from: when, to: when, precision: 'exact' });
const ann = sampleChat('a', { title: 'Ann Märsh' });
const says = (text: string | null, message: Partial<Message> = {}) =>
	sampleMessage('m', 0, { text, side: 'theirs', sender: null, sentAt: at(now), ...message });
const finds = (query: string, message: Message, chat = ann) => isFound(parse(query), chat, message);

describe('a query', () => {
	test('is words and operators, in any order, with quotes around several words', () => {
		expect(parse('Book from:"Ann Märsh" before:2026-11-03 shelf in:hikers has:link')).toEqual({
			words: ['book', 'shelf'],
			from: ['ann marsh'],
			in: ['hikers'],
			before: day(11, 3),
			after: null,
			has: ['link'],
		});
	});

	test('understands German operators and days', () => {
		expect(parse('von:ada nach:3.11.2026 vor:gestern hat:foto')).toMatchObject({
			words: [],
			from: ['ada'],
			after: day(11, 3),
			before: day(11, 22),
			has: ['photo'],
		});
	});

	test.each([
		['https://example.org', ['https://example.org']],
		['note:this', ['note:this']],
		['has:nothing', ['has:nothing']],
		['before:soon', ['before:soon']],
		['after:2026-02-31', ['after:2026-02-31']],
		['from:', ['from:']],
	])('keeps what is no operator as a word (%s)', (query, words) => {
		expect(parse(query).words).toEqual(words);
	});

	test('asks for nothing while it is empty', () => {
		expect(isSearch(parse('  '))).toBe(false);
		expect(isSearch(parse('has:photo'))).toBe(true);
	});
});

describe('a message', () => {
	test('is found by who wrote it, by part of a name without its accents', () => {
		expect(finds('from:ben', says('hello', { sender: 'Benedikt' }))).toBe(true);
		expect(finds('from:marsh', says('hello'))).toBe(true);
		expect(finds('from:marsh', says('hello', { side: 'mine' }))).toBe(false);
		expect(finds('from:me', says('hello', { side: 'mine' }))).toBe(true);
		// In a group nobody is named like it.
		expect(finds('from:marsh', says('hello'), { ...ann, group: true })).toBe(false);
	});

	test('is found by when it was sent, and not where that is not known', () => {
		const sent = (when: number) => says('hello', { sentAt: at(when) });
		expect(finds('after:2026-11-03', sent(day(11, 3)))).toBe(true);
		expect(finds('after:2026-11-03', sent(day(11, 3) - 1))).toBe(false);
		expect(finds('before:2026-11-03', sent(day(11, 3) - 1))).toBe(true);
		expect(finds('before:2026-11-03', sent(day(11, 3)))).toBe(false);
		const unknown = says('hello', { sentAt: { from: null, to: null, precision: 'unknown' } });
		expect(finds('before:2026-11-03', unknown)).toBe(false);
	});

	test('is found by what it has', () => {
		expect(finds('has:link', says('see https://example.org'))).toBe(true);
		expect(finds('has:link', says('see example'))).toBe(false);
		expect(finds('has:photo', says(null, { kind: 'photo' }))).toBe(true);
		expect(finds('has:reaction', says('hi', { reactions: ['❤️'] }))).toBe(true);
		expect(finds('has:quote', says('hi', { quote: 'Owe you a dinner' }))).toBe(true);
	});

	test('has to have the words too', () => {
		expect(finds('book from:marsh', says('the book'))).toBe(true);
		expect(finds('lamp from:marsh', says('the book'))).toBe(false);
	});

	test('that was taken back is not found', () => {
		expect(finds('from:marsh', says('the book', { deleted: true }))).toBe(false);
	});
});

describe('where is searched', () => {
	test('is a chat, a network, or both by name', () => {
		expect(isChatSearched(ann, parse('in:marsh x'), {})).toBe(true);
		expect(isChatSearched(ann, parse('in:whatsapp x'), {})).toBe(true);
		expect(isChatSearched(ann, parse('in:messenger x'), {})).toBe(false);
		expect(isChatSearched(ann, parse('x'), { network: 'messenger' })).toBe(false);
		expect(isChatSearched(ann, parse('x'), { chatKey: 'b' })).toBe(false);
	});

	test('finds chats by name only where words alone are asked for', () => {
		expect(isNameFound(ann, parse('ann'), {})).toBe(true);
		expect(isNameFound(ann, parse('ann has:link'), {})).toBe(false);
		expect(isNameFound(ann, parse('ann'), { chatKey: 'a' })).toBe(false);
	});
});
