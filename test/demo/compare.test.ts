import { describe, expect, it } from 'vitest';
import type { ReadChat } from '../browser/inbox.ts';
import type { Scenario, ScenarioMessage } from '../sites/scenario.ts';
import { afterEvents } from '../sites/scenarios/after-events.ts';
import { chatTitle } from '../sites/scenarios/chat-title.ts';
import { livingRoom } from '../sites/scenarios/living-room.ts';
import { dayMs } from '../sites/scenarios/thread.ts';
import { compareInbox } from './compare.ts';

const now = Date.UTC(2026, 10, 23, 12);
const timerMs = 28 * dayMs;
const room = livingRoom(now);
const scenario = afterEvents(room, room.events);
const everything = {
	scenario,
	seen: {
		chats: new Set(scenario.chats.map(({ id }) => id)),
		messages: new Set(scenario.chats.flatMap(({ messages }) => messages.map(({ id }) => id))),
	},
	timerMs: () => timerMs,
	now: now + 60_000,
};

/** An inbox that holds exactly what it should. */
function faithful(): ReadChat[] {
	return scenario.chats.map((chat) => ({
		network: chat.network,
		title: chatTitle(scenario, chat),
		preview: '',
		unread: 0,
		muted: false,
		pinned: false,
		expiry: '',
		timer: timerMs,
		timerFrom: 'default',
		time: '',
		messageCount: 0,
		messages: chat.messages
			.filter(({ sentAt }) => sentAt + timerMs > everything.now)
			.map((message) => shown(scenario, message)),
	}));
}

function shown(of: Scenario, message: ScenarioMessage): ReadChat['messages'][number] {
	return {
		side: of.accounts.some(({ personId }) => personId === message.from) ? 'mine' : 'theirs',
		kind: message.kind,
		text: message.text ?? null,
		quote: null,
		sender: null,
		edited: message.edited ?? false,
	};
}

/** The faithful inbox after one thing went wrong in Mama's chat. */
function spoiled(spoil: (chat: ReadChat, all: ReadChat[]) => void): string[] {
	const inbox = faithful();
	const mama = inbox.find(({ title }) => title === 'Mama');
	if (!mama) throw new Error('Mama is missing');
	spoil(mama, inbox);
	return compareInbox(inbox, everything);
}

describe('the comparison of inbox and pages', () => {
	it('has a living room of at least 12 chats and 200 messages', () => {
		expect(scenario.chats.length).toBeGreaterThanOrEqual(12);
		expect(everything.seen.messages.size).toBeGreaterThanOrEqual(200);
	});

	it('finds nothing wrong with a faithful inbox', () => {
		expect(compareInbox(faithful(), everything)).toEqual([]);
	});

	it('misses a message that was shown', () => {
		expect(spoiled((mama) => mama.messages.splice(3, 1))).toEqual([
			'whatsapp "Mama": missing theirs: Das freut mich. Papa ist schon im Garten.',
		]);
	});

	it('does not miss a message that no page ever showed', () => {
		const inbox = faithful();
		const messages = new Set(everything.seen.messages);
		messages.delete('w-mama-4');
		inbox.find(({ title }) => title === 'Mama')?.messages.splice(3, 1);
		expect(compareInbox(inbox, { ...everything, seen: { ...everything.seen, messages } })).toEqual(
			[],
		);
	});

	it('sees a message twice, on the wrong side, or in the wrong place', () => {
		expect(spoiled((mama) => mama.messages.push(...mama.messages.slice(0, 1)))).toHaveLength(1);
		expect(
			spoiled(({ messages: [first] }) => {
				if (first) first.side = 'mine';
			}),
		).toHaveLength(2);
		expect(spoiled((mama) => mama.messages.reverse())).toEqual([
			'whatsapp "Mama": its order is wrong',
		]);
	});

	it('sees an expired message that is still held', () => {
		const old = scenario.chats.find(({ id }) => id === 'w-praxis')?.messages[0];
		if (!old) throw new Error('nothing is old');
		const inbox = faithful();
		inbox.find(({ title }) => title.includes('Praxis'))?.messages.push(shown(scenario, old));
		expect(compareInbox(inbox, everything)).toEqual([
			expect.stringContaining('which is past its time'),
		]);
	});

	it('misses a chat, and sees one too many', () => {
		expect(spoiled((mama, all) => all.splice(all.indexOf(mama), 1))).toEqual([
			'whatsapp "Mama" is missing',
		]);
		expect(spoiled((mama, all) => all.push(mama))).toEqual(['whatsapp "Mama" is listed 2 times']);
		expect(spoiled((mama, all) => all.push({ ...mama, title: 'Nobody' }))).toEqual([
			'whatsapp "Nobody" was on no page',
		]);
	});
});
