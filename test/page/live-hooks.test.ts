// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SearchScope } from '@/lib/inbox/query';
import { type Chat, type ChatRow, hourMs } from '@/lib/model';
import { type OpenChat, useChat } from '@/lib/page/use-chat';
import { useHoldings } from '@/lib/page/use-holdings';
import { useInbox } from '@/lib/page/use-inbox';
import { useSearch } from '@/lib/page/use-search';
import type { Searchable } from '@/lib/store/searchable';
import type { Store } from '@/lib/store/store';
import {
	momentAt,
	newDatabaseName,
	sampleChat,
	sampleMessage,
	samplePreview,
} from '../store/samples';
import { openTestStore } from '../store/test-store';

afterEach(() => {
	cleanup();
	vi.useRealTimers();
});

/** Bounded generously: a busy machine must not fail it. */
const until = (condition: () => void) => waitFor(condition, { timeout: 20_000 });

const open = () => openTestStore(newDatabaseName());

const goal = (chatKey: string) => ({ chatKey, found: null, left: null });

const sentAt = (key: string, at: number, text = `Text of ${key}`) =>
	sampleMessage(key, 0, { rank: at, sentAt: momentAt(at), firstSeenAt: at, text });

describe('the list', () => {
	it('follows the store, whoever writes', async () => {
		const store = await open();
		const { result } = renderHook(() => useInbox(store));
		await until(() => expect(result.current.inbox?.rows).toEqual([]));
		await store.put({ chats: [sampleChat('a')] });
		await until(() => expect(result.current.inbox?.rows).toHaveLength(1));
	});

	it('drops what is due at its second, without waiting for it to be removed', async () => {
		const store = await open();
		const at = Date.now() - hourMs + 1_500;
		await store.put({
			chats: [sampleChat('a', { timer: hourMs })],
			previews: [
				{ chatKey: 'a', preview: samplePreview(0, { sentAt: momentAt(at), firstSeenAt: at }) },
			],
			messages: [{ chatKey: 'a', messages: [sentAt('m', at)] }],
		});
		const { result } = renderHook(() => useInbox(store));
		await until(() => expect(result.current.inbox?.rows[0]?.messageCount).toBe(1));
		expect(result.current.inbox?.rows[0]?.preview?.text).toBe('Last line');
		// Nothing is left of it, and nobody has seen it since: its name goes as well.
		await until(() => expect(result.current.inbox?.rows).toEqual([]));
		expect(result.current.now).toBeGreaterThanOrEqual(at + hourMs);
	});
});

describe('what each network holds', () => {
	it('is counted while it is shown, and follows the store', async () => {
		const store = await open();
		const count = vi.fn(() => store.holdings());
		const watched: Store = { ...store, holdings: count };
		const { result, rerender } = renderHook(
			({ isShown }: { isShown: boolean }) => useHoldings(watched, isShown),
			{ initialProps: { isShown: false } },
		);
		await store.put({ chats: [sampleChat('a')] });
		expect(count).not.toHaveBeenCalled();
		rerender({ isShown: true });
		await until(() => expect(result.current?.get('whatsapp')?.chats).toBe(1));
		await store.put({ messages: [{ chatKey: 'a', messages: [sentAt('m', Date.now())] }] });
		await until(() => expect(result.current?.get('whatsapp')?.messages).toBe(1));
	});
});

describe('a chat', () => {
	const fill = async (store: Store, count: number) => {
		const start = Date.now() - hourMs;
		await store.put({
			chats: [sampleChat('a')],
			messages: [
				{
					chatKey: 'a',
					messages: Array.from({ length: count }, (_, index) => sentAt(`m${index}`, start + index)),
				},
			],
		});
	};

	it('loads its newest page first and older ones on demand', async () => {
		const store = await open();
		await fill(store, 600);
		const { result } = renderHook(() => useChat(store, goal('a'), null, Date.now()));
		await until(() => expect(result.current?.messages).toHaveLength(256));
		expect(result.current?.messages.at(-1)?.key).toBe('m599');
		expect(result.current?.hasOlder).toBe(true);
		act(() => result.current?.loadOlder());
		await until(() => expect(result.current?.messages).toHaveLength(512));
		act(() => result.current?.loadOlder());
		await until(() => expect(result.current?.messages[0]?.key).toBe('m0'));
		expect(result.current?.hasOlder).toBe(false);
	});

	const keysOf = (chat: OpenChat | null) => chat?.messages.map(({ key }) => key) ?? [];
	const rowOf = (chat: Partial<Chat>): ChatRow => ({
		chat: sampleChat('a', chat),
		preview: null,
		timer: 'off',
		timerFrom: 'default',
		nextExpiryAt: null,
		messageCount: 0,
	});

	it('opens a long one at a found message, and goes on from there both ways', async () => {
		const store = await open();
		await fill(store, 2_000);
		const all = await store.messages('a');
		const found = { key: 'm700', rank: all.find(({ key }) => key === 'm700')?.rank ?? 0 };
		const { result } = renderHook(() => useChat(store, { ...goal('a'), found }, null, Date.now()));
		await until(() => expect(keysOf(result.current)).toContain('m700'));
		expect(result.current).toMatchObject({
			hasOlder: true,
			hasNewer: true,
			start: { at: 'found', key: 'm700' },
		});
		const isWhole = () => {
			const numbers = keysOf(result.current).map((key) => Number(key.slice(1)));
			return numbers.every((each, index) => index === 0 || each === (numbers[index - 1] ?? 0) + 1);
		};
		const goOn = async (way: 'loadOlder' | 'loadNewer') => {
			const before = keysOf(result.current).join();
			act(() => result.current?.[way]());
			await until(() => expect(keysOf(result.current).join()).not.toBe(before));
			await until(() => expect(result.current?.isLoading).toBe(false));
			expect(isWhole()).toBe(true);
			expect(keysOf(result.current).length).toBeLessThanOrEqual(768);
		};
		while (result.current?.hasOlder) await goOn('loadOlder');
		expect(keysOf(result.current)[0]).toBe('m0');
		while (result.current?.hasNewer) await goOn('loadNewer');
		expect(keysOf(result.current).at(-1)).toBe('m1999');
	});

	it('opens at the first unread one, and stays there when it is read', async () => {
		const store = await open();
		await fill(store, 600);
		const { result, rerender } = renderHook(
			({ row }: { row: ChatRow }) => useChat(store, goal('a'), row, Date.now()),
			{ initialProps: { row: rowOf({ unread: 300 }) } },
		);
		await until(() => expect(keysOf(result.current).length).toBeGreaterThan(0));
		const unread = (await store.messages('a')).filter(({ side }) => side !== 'mine').at(-300);
		expect(result.current?.start).toEqual({ at: 'unread', key: unread?.key });
		expect(keysOf(result.current)).toContain(unread?.key);
		rerender({ row: rowOf({ unread: 300, own: { read: true } }) });
		expect(result.current?.start).toEqual({ at: 'unread', key: unread?.key });
	});

	it('opens at its end where the newest was not seen, since the first unread may not have been', async () => {
		const store = await open();
		await fill(store, 10);
		const { result } = renderHook(() =>
			useChat(store, goal('a'), rowOf({ unread: 3, isBehind: true }), Date.now()),
		);
		await until(() => expect(keysOf(result.current)).toHaveLength(10));
		expect(result.current?.start).toEqual({ at: 'end' });
	});

	it('shows a new message when it is stored', async () => {
		const store = await open();
		await fill(store, 1);
		const { result } = renderHook(() => useChat(store, goal('a'), null, Date.now()));
		await until(() => expect(result.current?.messages).toHaveLength(1));
		await store.put({ messages: [{ chatKey: 'a', messages: [sentAt('new', Date.now())] }] });
		await until(() => expect(result.current?.messages.at(-1)?.key).toBe('new'));
	});

	it('never shows another chat’s messages while its own are read', async () => {
		const store = await open();
		await fill(store, 1);
		await store.put({ chats: [sampleChat('b')] });
		const shown: string[] = [];
		const { result, rerender } = renderHook(
			({ key }: { key: string }) => {
				const chat = useChat(store, goal(key), null, Date.now());
				if (key === 'b') shown.push(...(chat?.messages ?? []).map((message) => message.key));
				return chat;
			},
			{ initialProps: { key: 'a' } },
		);
		await until(() => expect(result.current?.messages).toHaveLength(1));
		rerender({ key: 'b' });
		await until(() => expect(result.current?.isLoading).toBe(false));
		expect(shown).toEqual([]);
	});
});

describe('a search', () => {
	it('finds names at once and texts after a pause, newest first, and nothing that is due', async () => {
		const store = await open();
		const now = Date.now();
		await store.put({
			chats: [
				sampleChat('a', { title: 'Bookshop' }),
				sampleChat('b', { title: 'Ben', timer: hourMs }),
			],
			messages: [
				{
					chatKey: 'a',
					messages: [
						sentAt('old', now - 3 * hourMs, 'A book of maps'),
						sentAt('new', now - hourMs, 'Another BOOK'),
					],
				},
				{ chatKey: 'b', messages: [sentAt('due', now - 2 * hourMs, 'the book is due')] },
			],
		});
		const { result } = renderHook(
			({ query }: { query: string }) => {
				const { inbox } = useInbox(store);
				return useSearch(store, inbox, query, now);
			},
			{ initialProps: { query: 'book' } },
		);
		await until(() => expect(result.current?.isDone).toBe(true));
		await until(() =>
			expect(result.current?.texts.map(({ message }) => message.key)).toEqual(['new', 'old']),
		);
		expect(result.current?.names.map(({ row }) => row.chat.title)).toEqual(['Bookshop']);
		expect(result.current?.texts[0]?.ranges).toEqual([[8, 12]]);
	});

	it('follows the store, shows the newest hundred and counts the others', async () => {
		const store = await open();
		const now = Date.now();
		const says = (text: string, count: number) => ({
			chatKey: 'a',
			messages: Array.from({ length: count }, (_, index) =>
				sentAt(`${text}-${index}`, now - index, `A ${text}, please`),
			),
		});
		await store.put({ chats: [sampleChat('a')], messages: [says('lemon', 120)] });
		const { result, rerender } = renderHook(
			({ query }: { query: string }) => {
				const { inbox } = useInbox(store);
				return useSearch(store, inbox, query, now);
			},
			{ initialProps: { query: 'lem' } },
		);
		await until(() => expect(result.current?.isDone).toBe(true));
		expect(result.current?.texts).toHaveLength(100);
		expect(result.current?.moreTexts).toBe(20);

		rerender({ query: 'lemon' });
		await until(() => expect(result.current?.isDone).toBe(true));
		await store.put({ messages: [says('lemonade', 3)] });
		await until(() => expect(result.current?.moreTexts).toBe(23));
		rerender({ query: 'lemonade' });
		await until(() => expect(result.current?.isDone).toBe(true));
		expect(result.current?.texts.map(({ message }) => message.key)).toEqual([
			'lemonade-0',
			'lemonade-1',
			'lemonade-2',
		]);
	});

	it('leaves no text in memory a while after the last word', async () => {
		const store = await open();
		const opened: Searchable[] = [];
		const watched: Store = {
			...store,
			openSearch() {
				const searchable = store.openSearch();
				opened.push(searchable);
				return searchable;
			},
		};
		await store.put({
			chats: [sampleChat('a')],
			messages: [{ chatKey: 'a', messages: [sentAt('m', Date.now(), 'lemon')] }],
		});
		const { rerender, unmount } = renderHook(
			({ query }: { query: string }) => useSearch(watched, null, query, 0),
			{ initialProps: { query: 'lemon' } },
		);
		await until(() => expect(opened[0]?.characters).toBe('lemonX'.length));
		vi.useFakeTimers();
		rerender({ query: '' });
		act(() => {
			vi.advanceTimersByTime(31_000);
		});
		vi.useRealTimers();
		expect(opened[0]?.characters).toBe(0);

		rerender({ query: 'lemon' });
		await until(() => expect(opened[1]?.characters).toBe('lemonX'.length));
		unmount();
		await until(() => expect(opened.map(({ characters }) => characters)).toEqual([0, 0]));
	});

	it('is narrowed to a chat or a network, and by operators with and without words', async () => {
		const store = await open();
		const now = Date.now();
		const many = Array.from({ length: 500 }, (_, index) =>
			sentAt(`b-${index}`, now - index, `A lemon, please ${index}`),
		);
		await store.put({
			chats: [
				sampleChat('a', { title: 'Ann' }),
				sampleChat('b', { title: 'Ben', network: 'messenger' }),
			],
			messages: [
				{
					chatKey: 'a',
					messages: [
						{ ...sentAt('mine', now - 900, 'My lemon'), side: 'mine' },
						{ ...sentAt('theirs', now - 901, 'Her lemon'), side: 'theirs', sender: null },
						{ ...sentAt('photo', now - 902, ''), text: null, kind: 'photo' },
					],
				},
				{ chatKey: 'b', messages: many },
			],
		});
		const { result, rerender } = renderHook(
			({ query, scope }: { query: string; scope?: SearchScope }) => {
				const { inbox } = useInbox(store);
				return useSearch(store, inbox, query, now, scope);
			},
			{ initialProps: { query: 'lemon' } as { query: string; scope?: SearchScope } },
		);
		const found = async (query: string, scope?: SearchScope) => {
			rerender(scope ? { query, scope } : { query });
			await until(() => expect(result.current?.isDone).toBe(true));
			return result.current?.texts.map(({ message }) => message.key);
		};
		// All of one chat, although many newer ones stand in another.
		expect(await found('lemon', { chatKey: 'a' })).toEqual(['mine', 'theirs']);
		expect(await found('lemon', { network: 'whatsapp' })).toEqual(['mine', 'theirs']);
		expect(await found('lemon from:me')).toEqual(['mine']);
		expect(await found('lemon in:ann from:ann')).toEqual(['theirs']);
		expect(await found('has:photo')).toEqual(['photo']);
		expect(await found('lemon in:ben')).toHaveLength(100);
		expect(result.current?.moreTexts).toBeNull();
		expect(result.current?.names).toEqual([]);
	});

	it('is no search without words', async () => {
		const store = await open();
		const { result } = renderHook(() => useSearch(store, null, '  ', 0));
		expect(result.current).toBeNull();
	});
});
