// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { MessageReading } from '@/lib/model';
import type { Scenario, ScenarioChat, SiteControl } from '../../sites/scenario';
import { smallInbox } from './people';
import { openStandIn, patience, readPage } from './stand-in';

const languages = ['en', 'de', 'pt-BR', 'tr', 'ar', 'he', 'hi', 'zh-CN', 'ja'];
const now = Date.now();

/** Both hosts once from left to right and once from right to left. */
function hostsOf(language: string): string[] {
	const both = ['https://www.facebook.com/messages/', 'https://www.messenger.com/'];
	return language === 'en' || language === 'ar'
		? both
		: both.slice(languages.indexOf(language) % 2).slice(0, 1);
}

/** What the reader must say of a chat's drawn messages, from the scenario alone. */
function expectedMessages(chat: ScenarioChat, site: SiteControl): Partial<MessageReading>[] {
	const shown = new Set(site.shownMessages());
	return chat.messages
		.filter(({ id }) => shown.has(id))
		.map((message) => ({
			id: site.nativeMessageId(message.id),
			side: message.kind === 'system' ? 'unknown' : message.from === 'me' ? 'mine' : 'theirs',
			kind: message.kind,
			text: message.text ?? null,
			quote: message.quote?.text || null,
			// A picture alone stands above a reply to a story.
			...(message.quote?.text === '' && { toStory: true }),
			sentAt: { from: message.sentAt, to: message.sentAt, precision: 'exact' },
			edited: message.edited ?? false,
			deleted: message.kind === 'deleted',
			reactions: message.reactions ?? [],
			truncated: false,
		}));
}

function withoutSender({
	sender: _sender,
	...rest
}: MessageReading): Omit<MessageReading, 'sender'> {
	return rest;
}

function chatOf(scenario: Scenario, id: string): ScenarioChat {
	const chat = scenario.chats.find((candidate) => candidate.id === id);
	if (!chat) throw new Error(id);
	return chat;
}

describe.each(languages)('the stand-in in %s', (language) => {
	for (const host of hostsOf(language)) {
		it(`gives the same inbox on ${new URL(host).hostname}`, async () => {
			const scenario = smallInbox(now, language);
			const site = await openStandIn(scenario, host);
			const { state, chats, account, layers, problems, thread } = await readPage();
			expect({ state, account, problems, thread }).toEqual({
				state: 'reading',
				account: '100012345678901',
				problems: [],
				thread: null,
			});
			expect(layers.chats).toBe('grid-in-navigation');
			expect(site.shownChats()).toEqual(['secret', 'kinds', 'choir', 'quiet']);
			expect(chats.map(({ id, title, unread, muted }) => ({ id, title, unread, muted }))).toEqual([
				{ id: '27724009533944398', title: 'Sam Okello', unread: true, muted: false },
				{ id: '100000000000011', title: 'Noa Lind', unread: 0, muted: false },
				{ id: '7203944871120331', title: 'Choir 🎶', unread: true, muted: true },
				{ id: '100000000000044', title: 'Rut Amsel', unread: 0, muted: false },
			]);
			expect(chats[1]?.preview).toBe('At 16:15, You: not a label');
			expect(chats[2]?.preview).toContain('Line 69');
			for (const { id, lastActivity } of chats) {
				const chat = scenario.chats.find(({ nativeId }) => nativeId === id);
				const sentAt = chat?.messages.at(-1)?.sentAt ?? 0;
				expect(lastActivity.precision).toBe('interval');
				expect(lastActivity.from).toBeLessThanOrEqual(sentAt);
				expect(lastActivity.to).toBeGreaterThanOrEqual(sentAt);
			}
		});
	}

	it.each(['kinds', 'secret'])('gives the same messages of the chat "%s"', async (id) => {
		const scenario = smallInbox(now, language);
		const site = await openStandIn(scenario);
		await site.act({ do: 'open', chatId: id });
		const reading = await readPage();
		const chat = chatOf(scenario, id);
		expect(reading.state).toBe('reading');
		expect(reading.problems).toEqual([]);
		expect(reading.layers.messages).toBe('message-id');
		expect(reading.thread?.chatId).toBe(chat.nativeId);
		expect(reading.thread?.messages.map(withoutSender)).toEqual(expectedMessages(chat, site));
		expect(reading.chats.filter(({ open }) => open).map((open) => open.id)).toEqual([
			chat.nativeId,
		]);
	});

	it('names the senders of a group once their names are there', async () => {
		const site = await openStandIn(smallInbox(now, language));
		await site.act({ do: 'open', chatId: 'choir' });
		await expect
			.poll(
				async () => (await readPage()).thread?.messages.slice(-4).map(({ sender }) => sender),
				patience,
			)
			.toEqual([null, 'Rut Amsel', 'Noa Lind', 'Sam Okello']);
	});
});
