// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { circle } from './circle';
import { expectedChat, expectedMessage, shownChat, shownMessage } from './expected';
import { isLinked, openStandIn, readUntil, watcher } from './stand-in';

const languages = ['en-US', 'en-GB', 'de', 'pt-BR', 'tr', 'ar', 'he', 'hi', 'zh-CN', 'ja'];

describe.each(languages)('a page in %s', { timeout: 30_000 }, (language) => {
	it('gives the same chats and messages as in any other language', async () => {
		const scenario = circle(Date.now(), language);
		const site = await openStandIn(scenario);
		const read = watcher([language]);
		const list = await readUntil(read, isLinked);

		const byId = <Chat extends { id: string | null }>(chats: Chat[]): Chat[] =>
			chats.sort((one, other) => (one.id ?? '').localeCompare(other.id ?? ''));
		expect(byId(list.chats.map(shownChat))).toEqual(
			byId(scenario.chats.map((chat) => expectedChat(scenario, chat))),
		);
		expect(list.account).toBe('4917139200150');
		const drawn = list.chats.filter((chat) => chat.preview !== null);
		const titles = new Set(site.shownChats());
		expect(drawn).toHaveLength(titles.size);

		for (const chatId of ['family', 'friend', 'private']) {
			await site.act({ do: 'open', chatId });
			const chat = scenario.chats.find(({ id }) => id === chatId);
			const shown = new Set(site.shownMessages());
			const reading = await read();
			expect(reading.thread?.chatId).toBe(chat && expectedChat(scenario, chat).id);
			expect(reading.thread?.messages.map(shownMessage)).toEqual(
				chat?.messages
					.filter(({ id }) => shown.has(id))
					.map((message) => expectedMessage(scenario, site, message)),
			);
			expect(reading.chats.filter(({ open }) => open).map(({ id }) => id)).toEqual([
				reading.thread?.chatId,
			]);
		}
	});
});

it('says whose last line it is, where the row tells', { timeout: 30_000 }, async () => {
	const scenario = circle(Date.now());
	await openStandIn(scenario);
	const reading = await readUntil(watcher(['en-US']), isLinked);
	const line = (title: string) => {
		const chat = reading.chats.find((candidate) => candidate.title === title);
		return [chat?.preview, chat?.previewSide, chat?.previewSender];
	};
	expect(line('Family 🏡')).toEqual([
		'last of the family, @Ronja Falk and @Ada Brook',
		'theirs',
		'Ben Castellan',
	]);
	expect(line('Ada Brook')).toEqual(['text of a79', 'theirs', null]);
	expect(line('Quiet 1')).toEqual(['text of q1', 'mine', null]);
});
