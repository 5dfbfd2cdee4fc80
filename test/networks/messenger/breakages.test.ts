// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { ChatReading, MessageReading } from '@/lib/model';
import { readLabel } from '@/lib/networks/messenger/label';
import { chatRow, dateBreak, list, log, messageRow } from './rows';
import { readHtml } from './stand-in';

const now = new Date(2026, 8, 19, 15).getTime();
const idAt = (at: number, peer = 61554658944796): string => `${peer}@msgr.${BigInt(at) << 22n}`;
const late = { now, openedAt: now - 20_000 };

async function messagesOf(html: string, lang = 'en'): Promise<MessageReading[]> {
	return (await readHtml(html, { ...late, lang })).thread?.messages ?? [];
}

async function chatsOf(html: string, lang = 'en'): Promise<ChatReading[]> {
	return (await readHtml(html, { ...late, lang, url: new URL('https://www.messenger.com/') }))
		.chats;
}

/** What broke other readers of this page, each as one row or two. */
describe('threads', () => {
	it('1: date rows and group headers are no messages', async () => {
		const header =
			'<div data-scope="messages_table"><h3 dir="auto">Choir</h3><div dir="auto">You made it</div></div>';
		const html = log([header, dateBreak('Tue 20:06'), messageRow({ id: idAt(now), text: 'one' })]);
		expect((await messagesOf(html)).map(({ text }) => text)).toEqual(['one']);
	});

	it('2: quoted text is not the body', async () => {
		const before = `<div><div role="button"><div tabindex="-1">Original:</div><span dir="auto"><div><div>quoted</div></div></span></div></div>`;
		const [message] = await messagesOf(log([messageRow({ id: idAt(now), text: 'body', before })]));
		expect(message).toMatchObject({ text: 'body', quote: 'quoted', kind: 'text' });
	});

	it('3: the text of a link card is not the body', async () => {
		const body = `<span dir="auto"><div dir="auto"><span><a role="link">https://x.example</a></span></div></span>
			<div><a role="link" aria-label="Open"><span dir="auto">Card title</span></a></div>`;
		const [message] = await messagesOf(log([messageRow({ id: idAt(now), body })]));
		expect(message).toMatchObject({ text: 'https://x.example', kind: 'text' });
	});

	it('4: a row of emoji alone keeps them, from pictures or from its label', async () => {
		const pictures = '<div dir="auto"><span><img alt="😂"></span><span><img alt="😂"></span></div>';
		const empty = '<div dir="auto"><span></span></div>';
		const html = log([
			messageRow({ id: idAt(now - 2), body: pictures }),
			messageRow({ id: idAt(now - 1), body: empty, label: 'At 15:00, Bea: 🐓' }),
		]);
		expect((await messagesOf(html)).map(({ text }) => text)).toEqual(['😂😂', '🐓']);
	});

	it('5: rows without text have a kind and no text', async () => {
		const bodies = [
			'<a role="link" href="/messenger_media/?attachment_id=1"><img alt=""></a>',
			'<div><video></video></div>',
			'<div><audio></audio></div>',
			'<div><img alt=""></div>',
			'<a role="link"><span dir="auto">Shared</span></a>',
			'<div></div>',
		];
		const rows = bodies.map((body, index) => messageRow({ id: idAt(now - 10 + index), body }));
		const messages = await messagesOf(log(rows));
		const kinds = ['photo', 'video', 'voice', 'sticker', 'share', 'unsupported'];
		expect(messages.map(({ kind }) => kind)).toEqual(kinds);
		expect(messages.every(({ text }) => text === null)).toBe(true);
	});

	it('8: shells, and what is kept hidden in them, are not seen', async () => {
		const kept = `<div data-virtualized="true">${messageRow({ id: idAt(now - 5), text: 'kept' })}</div>`;
		const hidden = `<div style="display: none !important">${messageRow({ id: idAt(now - 4), text: 'hidden' })}</div>`;
		const html = log([
			'<div data-virtualized="true"></div>',
			kept,
			hidden,
			messageRow({ id: idAt(now), text: 'drawn' }),
		]);
		expect((await messagesOf(html)).map(({ text }) => text)).toEqual(['drawn']);
	});

	it('9: of two logs only the one in the main column is read', async () => {
		const tab = `<div role="log">${messageRow({ id: idAt(now), text: 'tab' })}</div>`;
		const html = log([messageRow({ id: idAt(now - 1), text: 'main' })]) + tab;
		expect((await messagesOf(html)).map(({ text }) => text)).toEqual(['main']);
		expect((await readHtml(`<div role="main"></div>${tab}`, late)).thread).toBeNull();
	});

	it('15: a right-to-left page has the same sides', async () => {
		const rows = [true, false, false, true].map((own, index) =>
			messageRow({ id: idAt(now - 10 + index), own, text: String(index) }),
		);
		const html = `<div dir="rtl">${log(rows)}</div>`;
		expect((await messagesOf(html, 'ar')).map(({ side }) => side)).toEqual([
			'mine',
			'theirs',
			'theirs',
			'mine',
		]);
	});

	it('a row whose two signs of its side contradict each other has none', async () => {
		const row = messageRow({ id: idAt(now), own: true, text: 'x' }).replace(
			'<div role="none"></div>',
			'<div role="presentation"><div></div></div>',
		);
		const reading = await readHtml(log([row]), late);
		expect(reading.thread?.messages[0]?.side).toBe('unknown');
		expect(reading.problems).toContain('sides-conflict');
		expect(reading.state).toBe('degraded');
	});

	it('18: an id out of range gives way to the label, and that to the date break', async () => {
		const bad = (n: number): string =>
			`61554658944796@msgr.${3_074_185_296_307_418_521n + BigInt(n)}`;
		const html = log([
			dateBreak('Tue 20:06'),
			messageRow({ id: bad(1), text: 'a', label: 'At Tuesday 20:06, Bea: a' }),
			messageRow({ id: bad(2), text: 'b', label: 'At 20:09, Bea: b' }),
			messageRow({ id: bad(3), text: 'c' }),
			dateBreak('14:30'),
			messageRow({ id: bad(4), text: 'd' }),
			messageRow({ id: bad(5), text: 'e' }),
		]);
		const at = (day: number, hour: number, minute: number): number =>
			new Date(2026, 8, day, hour, minute).getTime();
		const minute = (from: number) => ({ from, to: from + 59_999, precision: 'minute' });
		expect((await messagesOf(html)).map(({ sentAt }) => sentAt)).toEqual([
			minute(at(15, 20, 6)),
			minute(at(15, 20, 9)),
			{ from: at(15, 20, 6), to: at(19, 14, 30) + 59_999, precision: 'interval' },
			minute(at(19, 14, 30)),
			{ from: at(19, 14, 30), to: now, precision: 'interval' },
		]);
	});

	it('ids are distrusted where most labels show another clock', async () => {
		const rows = [5, 15, 25].map((minutes, index) =>
			messageRow({
				id: idAt(new Date(2026, 8, 19, 9, minutes).getTime()),
				text: 'x',
				label: `At ${index === 0 ? '9:05' : `11:${minutes}`}, Bea: x`,
			}),
		);
		const reading = await readHtml(log([dateBreak('9:05'), ...rows]), late);
		expect(reading.problems).toContain('ids-disagree-with-labels');
		expect(reading.thread?.messages.map(({ sentAt }) => sentAt.precision)).toEqual([
			'minute',
			'minute',
			'minute',
		]);
	});

	it('an id of an unknown form is kept as it is, and the reading is degraded', async () => {
		const reading = await readHtml(log([messageRow({ id: 'message-0001', text: 'x' })]), late);
		expect(reading).toMatchObject({ state: 'degraded', layers: { messages: 'opaque-id' } });
		expect(reading.thread?.messages[0]).toMatchObject({ id: 'message-0001', text: 'x' });
	});

	it('without ids, the rows of the log are read without them', async () => {
		const row = messageRow({ id: '', text: 'x', own: true }).replace('data-message-id=""', '');
		const reading = await readHtml(log([row]), late);
		expect(reading).toMatchObject({ state: 'degraded', layers: { messages: 'article' } });
		expect(reading.thread?.messages).toMatchObject([{ id: null, side: 'mine', text: 'x' }]);
	});

	it('a row about the chat itself has no side and is no call, and a sentence is no deletion', async () => {
		const system = `<div role="article"><div><div data-message-id="${idAt(now)}" aria-roledescription="m"
			aria-label="At 15:00, Bea left"><div><span dir="auto">Bea left</span></div></div></div></div>`;
		const alone = messageRow({ id: idAt(now), text: 'Bea left', label: 'At 15:00 Bea left' });
		expect(await messagesOf(log([system]))).toMatchObject([
			{ kind: 'system', side: 'unknown', text: 'Bea left', deleted: false },
		]);
		expect(await messagesOf(log([alone]))).toMatchObject([{ kind: 'text', deleted: false }]);
	});
});

describe('lists', () => {
	const name = (text: string): string => `<span><span>${text}</span></span>`;
	const time = '<abbr aria-label="3 minutes ago"><span>3m</span></abbr>';
	const marked = (mark: string, text: string): string =>
		`${name('Ana')}<span>${mark}<span><span>${text}</span></span></span>${time}`;

	it('10, 11: one chat has one row, whatever its addresses', async () => {
		const html = list([
			chatRow('/t/1/', marked('', 'first')),
			chatRow('/e2ee/t/1/', marked('', 'second')),
			chatRow('https://www.facebook.com/messages/t/1', marked('', 'third')),
		]);
		expect((await chatsOf(html)).map(({ id, preview }) => [id, preview])).toEqual([['1', 'first']]);
	});

	it('12: links of the left bar, of the composer and of other sites are no chats', async () => {
		const bar = ['/t/1/?focus_target=2', '/messages/new/', '/requests/t/', 'https://x.example/t/5/']
			.map((href) => `<a role="link" href="${href}"><span>Chats</span><span>3</span></a>`)
			.join('');
		const html = `<div role="navigation">${bar}</div>`;
		expect(await chatsOf(html)).toEqual([]);
		expect(await chatsOf(html + list([chatRow('/t/9/', marked('', 'x'))]))).toHaveLength(1);
	});

	it.each([
		['Nieprzeczytana wiadomość:', true],
		['未读消息：', true],
		['Непрочитанное сообщение:', true],
		['Something else', null],
	])('13: "%s" before the preview: %s', async (mark, unread) => {
		const [chat] = await chatsOf(list([chatRow('/t/1/', marked(`<div>${mark}</div>`, 'hello'))]));
		expect(chat).toMatchObject({ title: 'Ana', preview: 'hello', unread });
	});

	it('13: the same words in a preview or on the row’s button do not count', async () => {
		const button = '<div role="button" aria-label="Mark as unread:"></div>';
		const html = list([chatRow('/t/1/', marked('', 'Unread message: ha'), button)]);
		expect((await chatsOf(html))[0]).toMatchObject({ preview: 'Unread message: ha', unread: 0 });
	});

	it('13: a sender’s name before a group’s preview is not the mark', async () => {
		const inside = marked('', 'hi')
			.replace('Ana', 'Ana, Joseph')
			.replace('<span><span>hi', '<span>Joseph:</span><span><span>hi');
		const [chat] = await chatsOf(list([chatRow('/t/1/', inside)]));
		expect(chat).toMatchObject({ title: 'Ana, Joseph', unread: null });
	});

	it('a preview with emoji is one text, and a mark inside its line is none of it', async () => {
		const emoji = (glyph: string): string => `<span><img alt="${glyph}"></span>`;
		const html = list([
			chatRow('/t/1/', marked('', `so ${emoji('😀')} good`)),
			chatRow('/t/2/', marked('', `${emoji('😀')}${emoji('🎉')}`)),
			chatRow(
				'/t/3/',
				`<span dir="auto">Ola</span><span dir="auto"><div>Nieprzeczytana wiadomość:</div><span>Ty: hej</span></span>${time}`,
			),
		]);
		expect((await chatsOf(html)).map(({ preview, unread }) => [preview, unread])).toEqual([
			['so 😀 good', 0],
			['😀🎉', 0],
			['Ty: hej', true],
		]);
	});

	it('the open chat was last active when its newest message was sent, where its row agrees', async () => {
		const sentAt = now - 200_000;
		const page = (at: number): string =>
			list([chatRow('/t/1/', marked('', 'hi')), chatRow('/t/2/', marked('', 'other'))]) +
			log([
				messageRow({ id: idAt(at - 60_000), text: 'ho' }),
				messageRow({ id: idAt(at), text: 'hi' }),
			]);
		const url = new URL('https://www.messenger.com/t/1/');
		const read = async (at: number): Promise<unknown[]> =>
			(await readHtml(page(at), { ...late, url })).chats.map(({ lastActivity }) => lastActivity);
		const row = { from: now - 240_000 + 1, to: now - 180_000, precision: 'interval' };
		expect(await read(sentAt)).toEqual([{ from: sentAt, to: sentAt, precision: 'exact' }, row]);
		// Scrolled up: an older message is the newest that is drawn.
		expect(await read(sentAt - 3_600_000)).toEqual([row, row]);
	});
});

describe('labels in the wordings that were seen', () => {
	it.each([
		['en', 'At 16:15, You: hi', 'Enter, Message sent 16:15 by You: hi', 'You', 'At 16:15'],
		[
			'en',
			'At 15 July 2026, 17:38, Bea Lambert: hi',
			null,
			'Bea Lambert',
			'At 15 July 2026, 17:38',
		],
		['en', 'At June 11, 2026, 8:59 AM, You: hi', null, 'You', 'At June 11, 2026, 8:59 AM'],
		[
			'id',
			'Pukul 19 September 2026 14.26, Anda: hi',
			null,
			'Anda',
			'Pukul 19 September 2026 14.26',
		],
		[
			'vi',
			'Lúc 16:36 30 Tháng 7, 2026, Bạn: hi',
			'Nhập, Tin nhắn do Bạn gửi lúc 16:36: hi',
			'Bạn',
			'Lúc 16:36 30 Tháng 7, 2026',
		],
		['zh', '03:57，你：hi', null, '你', '03:57'],
	])('16, 17: %s: %s', (_language, label, button, sender, time) => {
		expect(readLabel(label, 'hi', button)).toEqual({ time, sender, ending: 'text' });
	});

	it('a row without text ends with its sender', () => {
		const reading = readLabel('At Tuesday 20:42, Bea Lambert', null, null);
		expect(reading).toEqual({ time: 'At Tuesday 20:42', sender: 'Bea Lambert', ending: 'none' });
	});

	it('a text with colons and commas is cut off as a whole', () => {
		const text = 'At 9:00, You: no, he said: no';
		const reading = readLabel(`At 16:15, Bea: ${text}`, text, null);
		expect(reading).toEqual({ time: 'At 16:15', sender: 'Bea', ending: 'text' });
	});

	it('a name that the other label does not have is not believed', () => {
		expect(readLabel('At 16:15, Bea: hi', 'hi', 'Enter, by Facebook user: hi').sender).toBeNull();
	});
});
