import { describe, expect, test } from 'vitest';
import { countChips } from '@/lib/inbox/chips';
import { isForgotten } from '@/lib/inbox/expiry';
import { everything, filterRows, wantsAttention } from '@/lib/inbox/filter';
import {
	type FlagPatch,
	inversePatch,
	isArchived,
	isPinned,
	isReadHereOnly,
	isSnoozed,
	unreadHere,
	withFlags,
	withNews,
} from '@/lib/inbox/own-flags';
import { snoozeTimes } from '@/lib/inbox/snooze-times';
import { type Chat, dayMs, hourMs, type OwnFlags } from '@/lib/model';
import { sampleChat } from '../store/samples';

const now = new Date(2026, 10, 23, 12, 0).getTime();
const chatWith = (own: OwnFlags, chat: Partial<Chat> = {}): Chat =>
	sampleChat('Ada', { title: 'Ada', own, ...chat });
const rowOf = (chat: Chat) => ({
	chat,
	preview: null,
	timer: 'off' as const,
	timerFrom: 'default' as const,
	nextExpiryAt: null,
	messageCount: 0,
});
const titles = (chats: Chat[], filter = {}) =>
	filterRows(chats.map(rowOf), { ...everything, ...filter }, now).map(({ chat }) => chat.title);

describe("a chat's own flags", () => {
	test('stand beside what its network tells, and give way again', () => {
		const chat = sampleChat('Ada', { pinned: true });
		const unpinned = withFlags(chat, { pinned: false });
		expect([isPinned(chat), isPinned(unpinned), unpinned.pinned]).toEqual([true, false, true]);
		expect(withFlags(unpinned, { pinned: null })).toEqual(chat);
	});

	test.each<FlagPatch>([
		{ pinned: true },
		{ read: true, snooze: null },
		{ labels: ['home'], archived: true },
	])('are as before once %o is undone', (patch) => {
		const chat = chatWith({ labels: ['work'], snooze: { untilAt: null } });
		expect(withFlags(withFlags(chat, patch), inversePatch(chat, patch))).toEqual(chat);
	});

	test('keep the name of a chat whose copies are all gone', () => {
		const settings = { defaultTimer: dayMs };
		const idle = { seenAt: now - 90 * dayMs };
		expect(isForgotten(sampleChat('Ada', idle), settings, now)).toBe(true);
		expect(isForgotten(chatWith({ archived: true }, idle), settings, now)).toBe(false);
		expect(isForgotten(chatWith({ read: true }, idle), settings, now)).toBe(true);
	});
});

describe('what is read here', () => {
	test('stays unread on its network, and says so', () => {
		const chat = chatWith({ read: true }, { unread: 3 });
		expect(unreadHere(chat, now)).toBe(0);
		expect(isReadHereOnly(chat, now)).toBe(true);
		expect(chat.unread).toBe(3);
		expect(wantsAttention(chat, now)).toBe(false);
	});

	test('is unread again when something new comes, and not by the same again', () => {
		const before = chatWith({ read: true }, { unread: 3 });
		const quiet = { isMoreUnread: false, isNewLine: false };
		expect(withNews(before, before, quiet)).toEqual(before);
		const after = withNews(before, { ...before, unread: 4 }, { ...quiet, isMoreUnread: true });
		expect(unreadHere(after, now)).toBe(4);
		const line = withNews(before, { ...before, unread: true }, { ...quiet, isNewLine: true });
		expect(unreadHere(line, now)).toBe(true);
	});

	test('needs no mark once its network has it read too', () => {
		const before = chatWith({ read: true }, { unread: 3 });
		const after = withNews(
			before,
			{ ...before, unread: 0 },
			{ isMoreUnread: false, isNewLine: false },
		);
		expect(after.own).toBeUndefined();
	});

	test('can be marked unread, whatever its network says', () => {
		expect(unreadHere(chatWith({ read: false }, { unread: 0 }), now)).toBe(true);
		expect(unreadHere(chatWith({ read: false }, { unread: 2 }), now)).toBe(2);
	});
});

describe('a snoozed chat', () => {
	const until = (untilAt: number | null) => chatWith({ snooze: { untilAt } }, { unread: 0 });

	test('is away until its time, and wants attention from then on', () => {
		expect(titles([until(now + 1)])).toEqual([]);
		expect(titles([until(now + 1)], { shelf: 'snoozed' })).toEqual(['Ada']);
		expect(titles([until(now)])).toEqual(['Ada']);
		expect(unreadHere(until(now), now)).toBe(true);
	});

	test('until somebody writes comes back with that, and not before', () => {
		const away = until(null);
		expect(isSnoozed(away, now + 365 * dayMs)).toBe(true);
		const news = { isMoreUnread: true, isNewLine: true };
		expect(isSnoozed(withNews(away, { ...away, unread: 1 }, news), now)).toBe(false);
		expect(isSnoozed(withNews(until(now + 1), { ...away, ...until(now + 1) }, news), now)).toBe(
			true,
		);
	});

	test('comes back at times people mean', () => {
		const noon = snoozeTimes(now);
		const at = (days: number, hours: number) => new Date(2026, 10, 23 + days, hours).getTime();
		expect(noon).toEqual({ laterToday: at(0, 15), tomorrow: at(1, 8), nextWeek: at(7, 8) });
		expect(snoozeTimes(now + 9 * hourMs).laterToday).toBeNull();
		// From a Sunday the next week is tomorrow.
		expect(snoozeTimes(at(-1, 12)).nextWeek).toBe(at(0, 8));
	});
});

describe('shelves', () => {
	const chats = [
		sampleChat('plain', { title: 'plain' }),
		sampleChat('group', { title: 'group', group: true }),
		sampleChat('there', { title: 'archived there', archived: true }),
		sampleChat('here', { title: 'archived here', own: { archived: true, labels: ['home'] } }),
		sampleChat('back', { title: 'taken out', archived: true, own: { archived: false } }),
		sampleChat('label', {
			title: 'labelled',
			network: 'messenger',
			own: { labels: ['home', 'b'] },
		}),
	];

	test('hold what is put away apart from the rest', () => {
		expect(titles(chats)).toEqual(['plain', 'group', 'taken out', 'labelled']);
		expect(titles(chats, { shelf: 'archived' })).toEqual(['archived there', 'archived here']);
		expect(titles(chats, { shelf: 'groups' })).toEqual(['group']);
		expect(titles(chats, { label: 'home' })).toEqual(['archived here', 'labelled']);
	});

	test('are counted as they would show, those that hold nothing left out', () => {
		const counts = countChips(chats.map(rowOf), now);
		expect(counts.all).toBe(4);
		expect([...counts.networks]).toEqual([
			['whatsapp', 3],
			['messenger', 1],
		]);
		expect([...counts.shelves]).toEqual([
			['groups', 1],
			['archived', 2],
		]);
		expect(counts.labels).toEqual([
			['b', 1],
			['home', 2],
		]);
	});

	test('keep an archived chat whatever arrives', () => {
		const chat = chatWith({ archived: true });
		const news = withNews(chat, { ...chat, unread: 5 }, { isMoreUnread: true, isNewLine: true });
		expect(isArchived(news)).toBe(true);
	});
});
