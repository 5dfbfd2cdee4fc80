import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isMessageFound, parseQuery } from '@/lib/inbox/search';
import { hourMs, type Message } from '@/lib/model';
import { openSearchable, type Searchable } from '@/lib/store/searchable';
import { tellInTime } from '../tell-in-time';
import { MemoryPages } from './memory-pages';
import { momentAt, noon, sampleMessage } from './samples';

function open(pages: MemoryPages): Searchable {
	const searchable = openSearchable(pages);
	onTestFinished(() => searchable.free());
	return searchable;
}

const until = (assert: () => void) => vi.waitFor(assert, { timeout: 5_000, interval: 2 });
const complete = (searchable: Searchable) => until(() => expect(searchable.isComplete).toBe(true));

const keysOf = async (searchable: Searchable, query: string, now = noon, limit = 100) => {
	const hits = searchable.newest(parseQuery(query), now, limit);
	const shown = await searchable.show(hits, now);
	return shown.map(({ message }) => message.key);
};

const says = (key: string, text: string | null, ageMs = hourMs, changes: Partial<Message> = {}) =>
	sampleMessage(key, ageMs, { text, ...changes });

describe('a search of everything', () => {
	it('finds the same messages as reading each of them, and as many', async () => {
		const word = fc.constantFrom('ana', 'Ánà', 'mia', 'na', 'x', '晚饭', '🍋', 'straße', 'i');
		const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
		const message = fc.record({
			text: fc.option(text),
			sender: fc.option(fc.constantFrom('Mia', 'Ana Ñ', 'Xu')),
			ageMs: fc.integer({ min: 0, max: 1_000 }),
		});
		const chat = fc.record({
			title: fc.constantFrom('Mia and Ana', 'Strasse', '🍋'),
			messages: fc.array(message, { minLength: 1, maxLength: 60, size: 'max' }),
			isMerged: fc.boolean(),
		});
		const query = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
		const chats = fc.array(chat, { maxLength: 4 });
		/** Pages of one block and of several. */
		const pageLength = fc.constantFrom(4, 64);
		await fc.assert(
			fc.asyncProperty(chats, query, pageLength, async (chats, asked, length) => {
				const pages = new MemoryPages(length);
				const expected: { key: string; at: number }[] = [];
				const words = parseQuery(asked);
				chats.forEach(({ title, messages, isMerged }, index) => {
					const stored = messages.map(({ ageMs, ...one }, rank) =>
						sampleMessage(`${index}-${rank}`, ageMs, { ...one, rank }),
					);
					pages.put(`${index}`, stored, { title });
					if (isMerged) pages.merge(`${index}`);
					for (const one of stored) {
						const isFound = isMessageFound(words, { title }, one);
						if (isFound) expected.push({ key: one.key, at: one.sentAt.from ?? 0 });
					}
				});
				const searchable = openSearchable(pages);
				await complete(searchable);
				const found = await keysOf(searchable, asked, noon, expected.length + 1);
				expect([...found].sort()).toEqual(expected.map(({ key }) => key).sort());
				const times = new Map(expected.map(({ key, at }) => [key, at]));
				const inOrder = found.map((key) => times.get(key) ?? 0);
				expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
				expect(searchable.count(words, noon)).toBe(expected.length);
				const newest = searchable.newest(words, noon, 3).map(({ at }) => at);
				expect(newest).toEqual(inOrder.slice(0, 3));
				searchable.free();
			}),
			{ numRuns: 150, ...tellInTime() },
		);
	});

	it('never reaches from one message into the next', async () => {
		const pages = new MemoryPages();
		pages.put('a', [says('1', 'lemon'), says('2', 'ade'), says('3', 'X'), says('4', 'x')]);
		pages.merge('a');
		const searchable = open(pages);
		await complete(searchable);
		expect(await keysOf(searchable, 'lemonade')).toEqual([]);
		expect(await keysOf(searchable, 'nxa')).toEqual([]);
		expect((await keysOf(searchable, 'x')).sort()).toEqual(['3', '4']);
	});

	it('never gives what is due', async () => {
		const pages = new MemoryPages(2);
		const messages = [
			says('old', 'lemon', 3 * hourMs),
			says('edge', 'lemon', 2 * hourMs),
			says('new', 'lemon', 2 * hourMs - 1),
		];
		pages.put('a', messages, { lifespan: 2 * hourMs });
		pages.merge('a');
		pages.put(
			'b',
			messages.map((one) => ({ ...one, key: `b-${one.key}` })),
			{ lifespan: 2 * hourMs },
		);
		const searchable = open(pages);
		await complete(searchable);
		expect((await keysOf(searchable, 'lemon')).sort()).toEqual(['b-new', 'new']);
		expect(searchable.count(['lemon'], noon)).toBe(2);
		expect(await keysOf(searchable, 'lemon', noon + 1)).toEqual([]);
		// Found before it was due, asked for after.
		const hits = searchable.newest(['lemon'], noon, 9);
		expect(await searchable.show(hits, noon + 1)).toEqual([]);
		pages.setTimer('a', 'off');
		await until(() => expect(searchable.count(['lemon'], noon)).toBe(4));
	});

	it('gives messages as they were written', async () => {
		const pages = new MemoryPages();
		const message = says('1', 'Straße, ¿qué TAL?', 5, { sentAt: momentAt(noon), sender: 'Zoë' });
		pages.put('a', [message], { lifespan: hourMs });
		pages.merge('a');
		const searchable = open(pages);
		await complete(searchable);
		const [hit] = await searchable.show(searchable.newest(['strasse'], noon, 1), noon);
		expect(hit).toEqual({ chatKey: 'a', message: { ...message, expiresAt: noon + hourMs } });
	});
});

describe('while pages are loaded', () => {
	const filled = (chats: number) => {
		const pages = new MemoryPages(1);
		for (let index = 0; index < chats; index += 1) {
			pages.put(`${index}`, [says(`${index}`, 'lemon', index)]);
			pages.merge(`${index}`);
		}
		return pages;
	};

	it('the newest are found before all are there', async () => {
		const searchable = open(filled(300));
		let early: string[] = [];
		const stop = searchable.watch(() => {
			if (searchable.isComplete || early.length > 0) return;
			early = searchable.newest(['lemon'], noon, 10).map(({ chatKey }) => chatKey);
		});
		await complete(searchable);
		stop();
		expect(early).toEqual(Array.from({ length: 10 }, (_, index) => `${index}`));
		expect(searchable.count(['lemon'], noon)).toBe(300);
	});

	it('a page that does not open costs only itself', async () => {
		const pages = filled(3);
		pages.damaged.add('page-1');
		const searchable = open(pages);
		await complete(searchable);
		expect(searchable.count(['lemon'], noon)).toBe(2);
		expect(await keysOf(searchable, 'lemon')).toEqual(['0', '2']);
	});

	it('a change begins nothing anew that is there already', async () => {
		const pages = filled(200);
		const searchable = open(pages);
		await until(() => expect(searchable.count(['lemon'], noon)).toBeGreaterThan(0));
		pages.put('7', [says('again', 'lemon')]);
		pages.merge('7');
		await until(() => expect(searchable.count(['lemon'], noon)).toBe(201));
		const read = pages.reads.flat();
		expect(read.length - new Set(read).size).toBeLessThan(150);
	});
});

describe('what is stored later', () => {
	it('is found as soon as it is there, by reading no page again', async () => {
		const pages = new MemoryPages();
		pages.put('a', [says('1', 'lemon')]);
		pages.merge('a');
		const searchable = open(pages);
		await complete(searchable);
		const before = pages.reads.length;
		pages.put('a', [says('2', 'more lemons')]);
		await until(() => expect(searchable.count(['lemon'], noon)).toBe(2));
		expect(await keysOf(searchable, 'more')).toEqual(['2']);
		expect(pages.reads.length).toBe(before);
		pages.merge('a');
		await until(() => expect(pages.reads.length).toBeGreaterThan(before));
		await complete(searchable);
		expect(searchable.count(['lemon'], noon)).toBe(2);
	});

	it('replaces what was there before', async () => {
		const pages = new MemoryPages();
		pages.put('a', [says('1', 'lemon'), says('2', 'lemon')]);
		pages.merge('a');
		const searchable = open(pages);
		await complete(searchable);
		const before = searchable.newest(['lemon'], noon, 9);
		pages.put('a', [says('1', 'melon')]);
		await until(() => expect(searchable.count(['melon'], noon)).toBe(1));
		await complete(searchable);
		expect(await keysOf(searchable, 'lemon')).toEqual(['2']);
		expect((await searchable.show(before, noon)).map(({ message }) => message.key)).toEqual(['2']);
		pages.put('a', [says('1', null, hourMs, { deleted: true })]);
		await until(() => expect(searchable.count(['melon'], noon)).toBe(0));
	});

	it('is found under a chat’s new name', async () => {
		const pages = new MemoryPages();
		pages.put('a', [says('1', 'lemon')], { title: 'Mia' });
		pages.merge('a');
		const searchable = open(pages);
		await complete(searchable);
		expect(await keysOf(searchable, 'lemon zoe')).toEqual([]);
		pages.put('a', [], { title: 'Zoë' });
		await until(() => expect(searchable.count(['lemon', 'zoe'], noon)).toBe(1));
	});

	it('is not found once its chat is gone', async () => {
		const pages = new MemoryPages();
		pages.put('a', [says('1', 'lemon')]);
		pages.merge('a');
		const searchable = open(pages);
		await complete(searchable);
		const hits = searchable.newest(['lemon'], noon, 1);
		pages.remove('a');
		await until(() => expect(searchable.count(['lemon'], noon)).toBe(0));
		expect(await searchable.show(hits, noon)).toEqual([]);
	});
});

it('finds nothing once it is freed, and follows nothing', async () => {
	const pages = new MemoryPages();
	pages.put('a', [says('1', 'lemon')]);
	pages.merge('a');
	const searchable = open(pages);
	await complete(searchable);
	const hits = searchable.newest(['lemon'], noon, 1);
	searchable.free();
	pages.put('a', [says('2', 'lemon')]);
	pages.merge('a');
	expect(searchable.newest(['lemon'], noon, 1)).toEqual([]);
	expect(searchable.count(['lemon'], noon)).toBe(0);
	expect(searchable.characters).toBe(0);
	expect(await searchable.show(hits, noon)).toEqual([]);
});
