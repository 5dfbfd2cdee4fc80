// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { ChatReading, MessageReading, Reading } from '@/lib/model';
import { hasSavedPages, openPage, readSaved } from './saved-pages';

/** Local wall time, as the page writes it. */
function clock({ sentAt }: Pick<MessageReading, 'sentAt'>): string | null {
	return sentAt.precision === 'minute' ? localTime(sentAt.from) : sentAt.precision;
}

function localTime(at: number | null): string | null {
	if (at === null) return null;
	const date = new Date(at);
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

function lines({ thread }: Reading): unknown[] {
	return (thread?.messages ?? []).map((message) => [
		message.id,
		message.side,
		message.sender,
		message.kind,
		message.text,
		clock(message),
	]);
}

function chat(reading: Reading, title: string): ChatReading {
	const [found, ...others] = reading.chats.filter((candidate) => candidate.title === title);
	if (!found || others.length > 0) throw new Error(`not one chat called ${title}`);
	return found;
}

describe.skipIf(!hasSavedPages)('a saved page of 2026', () => {
	it('2026-08-12 list: rows, an unread count, a deleted last line and the 90 days', async () => {
		const reading = await readSaved(openPage('2026-08-12_chat-list-rows_transcribed_en.html'));
		expect(reading.state).toBe('reading');
		expect(reading.thread).toBeNull();
		expect(reading.layers).toEqual({ chats: 'grid/testid', messages: null });
		expect(reading.chats).toMatchObject([
			{
				title: 'Asha Contact',
				preview: 'Ok, see you at the station',
				unread: 2,
				lastActivity: { precision: 'day' },
				networkTimerMs: null,
			},
			{
				title: 'Ravi Contact',
				preview: 'This message was deleted',
				previewSide: 'unknown',
				unread: 0,
				lastActivity: { precision: 'day' },
				networkTimerMs: 90 * 86_400_000,
			},
		]);
		// Thursday before Wednesday, 12 August; 2/8 by the reader's British English.
		expect(reading.chats.map(({ lastActivity }) => localTime(lastActivity.from))).toEqual([
			'2026-08-06 00:00',
			'2026-08-02 00:00',
		]);
	});

	it('2026-08-12 chat: both sides, also in the middle of a run', async () => {
		const page = openPage('2026-08-12_conversation_transcribed_en.html');
		for (const languages of [['en-GB'], ['en-US'], ['en']]) {
			const reading = await readSaved(page, { languages });
			expect(reading.state).toBe('reading');
			expect(reading.thread).toMatchObject({ title: 'Ravi Contact', chatId: null });
			expect(lines(reading)).toEqual([
				[
					'A5FEE0C2268BF77E2AD74EE892DE0422',
					'mine',
					'Own Profile',
					'text',
					'Are you there?',
					'2026-08-02 16:47',
				],
				[
					'3EB0A1C0901DAD51217B31',
					'mine',
					'Own Profile',
					'text',
					'Second of the run',
					'2026-08-02 16:48',
				],
				[
					'AC1F6637D11A63081B87120000000001',
					'theirs',
					'Ravi Contact',
					'text',
					'Yes, sorry',
					'2026-08-11 11:55',
				],
			]);
		}
	});

	it('2026-06-15 bubbles: American dates, with and without halves of the day', async () => {
		const page = openPage('2026-06-15_text-bubbles_en-US.html');
		expect(lines(await readSaved(page, { languages: ['en-GB'] }))).toEqual([
			[
				'3EB0AAAAAAAAAAAAAAAA01',
				'mine',
				'Own Profile',
				'text',
				'Hello from me',
				'2026-06-15 13:57',
			],
			[
				'3AAAAAAAAAAAAAAAAA02',
				'theirs',
				'Asha Example',
				'text',
				'Hi, US 12h stamp, M/D/YYYY',
				'2026-06-13 20:19',
			],
		]);
	});

	it('2026-09 shells: nothing drawn is nothing read, Chinese stamps, a quote inside the text', async () => {
		const page = openPage('2026-09_virtualised-shell_zh.html');
		const reading = await readSaved(page, { now: '2026-09-20T09:00', languages: ['zh-CN'] });
		expect(lines(reading)).toEqual([
			['photo', 'mine', null, 'photo', null, 'day'],
			['confirm', 'theirs', 'Test', 'text', 'Oui', '2026-09-18 13:23'],
			['q', 'theirs', 'Test', 'text', 'Too expensive', '2026-09-18 13:23'],
		]);
		expect(reading.thread?.messages[2]?.quote).toBe('Old price');
		expect(reading.problems).toContain('message-shells');
	});

	it('2026 list: every icon, every kind of last line, in the order that is seen', async () => {
		const reading = await readSaved(openPage('2026_chat-list_variants_composed_en.html'));
		expect(reading.state).toBe('reading');
		expect(reading.chats.map(({ title }) => title)).toEqual(
			'Mum,Dentist,Weekend Hikers,Bob,Carla,Dev,Eve,Football 2026,Grandpa,Office docs,Hidden Caption,Ravi Contact,Flat 12,Block A,Big Group,+44 7700 900123,Same Name,Same Name,Typing Tom,نور,Missed Mia,Old Friend,+44 7700 900001 (You)'.split(
				',',
			),
		);
		expect(reading.chats.map(({ unread }) => unread)).toEqual([
			...[2, true, 14, 0, 0, 0, 0, 128, 0, 0, 0, 0, 0, 999, 1_227, 0, 0, 0, 0, 0, 0, 0, null],
		]);
		expect(reading.chats.filter(({ muted }) => muted).map(({ title }) => title)).toEqual([
			'Football 2026',
		]);
		expect(reading.chats.filter(({ pinned }) => pinned).map(({ title }) => title)).toEqual([
			'Grandpa',
		]);
		expect(chat(reading, 'Weekend Hikers')).toMatchObject({
			preview: 'bring water @You',
			previewSide: 'theirs',
			previewSender: 'Ben',
			group: true,
		});
		expect(chat(reading, 'Block A')).toMatchObject({
			preview: 'Lift is out of order',
			previewSender: 'Admin',
			group: true,
		});
		expect(chat(reading, 'Bob')).toMatchObject({ preview: 'On my way', previewSide: 'mine' });
		expect(chat(reading, 'Flat 12')).toMatchObject({
			preview: '~Ahmed reacted 👍 to: "rent is paid"',
			previewSide: 'unknown',
		});
		expect(chat(reading, '+44 7700 900123').preview).toBeNull();
		expect(chat(reading, 'Typing Tom').preview).toBeNull();
		expect(chat(reading, 'نور')).toMatchObject({ preview: 'انا لسه 😂', previewSide: 'mine' });
		expect(localTime(chat(reading, 'Mum').lastActivity.from)).toBe('2026-08-12 16:47');
	});

	it('2026 list: two chats of one name are not told apart, so neither has an identity', async () => {
		const reading = await readSaved(openPage('2026_chat-list_variants_composed_en.html'));
		const twins = reading.chats.filter(({ title }) => title === 'Same Name');
		expect(twins.map(({ id, provisionalId }) => [id, provisionalId])).toEqual([
			[null, null],
			[null, null],
		]);
	});

	it('2026 group: every kind of message', async () => {
		const page = openPage('2026_group-conversation_variants_composed_en.html');
		const reading = await readSaved(page);
		const at = (day: number, time: string): string => `2026-08-${day} ${time}`;
		expect(reading.thread?.title).toBe('Weekend Hikers');
		expect(lines(reading)).toEqual([
			[
				'SYS0000000000000000000000000001',
				'unknown',
				null,
				'system',
				'Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.',
				'day',
			],
			[
				'3A11111111111111111A',
				'theirs',
				'Karl',
				'text',
				'Morning 🌞 all\nsecond line',
				at(11, '09:05'),
			],
			[
				'3A11111111111111111B',
				'theirs',
				'Karl',
				'text',
				'middle of the run: no label, no tail',
				at(11, '09:05'),
			],
			['3B6637D11A63081B8712', 'theirs', 'Nadia', 'photo', null, at(11, '09:07')],
			['3B6637D11A63081B8713', 'theirs', 'Nadia', 'photo', 'caption of a photo', at(11, '09:08')],
			['3EB0CAC0901DAD51217B30', 'mine', 'Own Profile', 'text', '@Nadia nice one', at(11, '09:10')],
			['3EB0CAC0901DAD51217B31', 'mine', 'Own Profile', 'text', 'and a reply', at(11, '09:11')],
			['3A22222222222222222A', 'theirs', 'Ben', 'voice', null, at(11, '09:20')],
			['3A22222222222222222B', 'theirs', 'Ben', 'file', 'Q3-budget.pdf', at(11, '09:21')],
			['3A22222222222222222C', 'theirs', 'Ben', 'sticker', null, at(11, '09:22')],
			['3B99A3545E173C9DA2C8', 'theirs', 'Nadia', 'photo', null, at(11, '09:25')],
			['3A33333333333333333A', 'theirs', '~Karl', 'deleted', null, at(12, '10:01')],
			['3A33333333333333333B', 'theirs', 'Karl', 'text', 'corrected text', at(12, '10:02')],
			[
				'3A33333333333333333C',
				'theirs',
				'Zoë: Q (work)',
				'text',
				'name with a colon in it; body has [10:00 am, 1/1/2026] Fake: too',
				at(12, '10:03'),
			],
			[
				'SYS0000000000000000000000000002',
				'unknown',
				null,
				'system',
				'Ben added Zoë: Q (work)',
				'day',
			],
			['3EB044444444444444444A', 'mine', 'Own Profile', 'text', 'not sent yet', at(12, '10:05')],
		]);
		const byId = (id: string) => reading.thread?.messages.find((message) => message.id === id);
		expect(byId('3EB0CAC0901DAD51217B31')).toMatchObject({
			quote: 'Morning all',
			reactions: ['👍'],
		});
		expect(byId('3A33333333333333333A')).toMatchObject({ deleted: true, edited: false });
		expect(reading.thread?.messages.filter(({ edited }) => edited).map(({ id }) => id)).toEqual([
			'3A33333333333333333B',
		]);
		expect(byId('3A33333333333333333D')).toBeUndefined();
	});

	it('2026 hidden tab: the one message that is drawn, and that the tab was hidden', async () => {
		const reading = await readSaved(openPage('2026_hidden-tab_shells_composed_en.html'));
		expect(reading.state).toBe('hidden');
		expect(lines(reading)).toEqual([
			[
				'3A555555555555555599',
				'theirs',
				'Ravi Contact',
				'text',
				'only the last row is drawn',
				'2026-08-12 10:05',
			],
		]);
	});

	it('2026 search: hits are no chats', async () => {
		const reading = await readSaved(openPage('2026_search-results_composed_en.html'), {
			passes: 4,
		});
		expect(reading).toMatchObject({ state: 'covered', chats: [], thread: null });
	});

	it('2026-09-21 boot shell: loading, for as long as it stands', async () => {
		const page = openPage('2026-09-21_boot-shell_2.3000.1048032155.html');
		expect((await readSaved(page, { passes: 5 })).state).toBe('loading');
	});

	it('2026 pairing page: signed out, and its secret is nowhere in the reading', async () => {
		const reading = await readSaved(openPage('2026_logged-out_qr_composed_en.html'));
		expect(reading.state).toBe('signed-out');
		expect(JSON.stringify(reading)).not.toContain('REDACTED');
	});
});

describe.skipIf(!hasSavedPages)('a saved page of an earlier year', () => {
	it.each([
		[
			'2020-09_message-out_es-12h.html',
			'2020-09-05T12:00',
			'es',
			null,
			'Understandable',
			'2020-09-04 11:01',
		],
		[
			'2024-01-29_message-out_es.html',
			'2024-02-01T12:00',
			'es',
			'3EB04F7528778CD583D844',
			'Documentos editados',
			'2024-01-29 10:07',
		],
		[
			'2025-02-15_message-out_en.html',
			'2025-02-16T12:00',
			'en-GB',
			null,
			'1 bje',
			'2025-02-15 12:04',
		],
	])('%s: its message', async (name, now, language, id, text, sentAt) => {
		const reading = await readSaved(openPage(name), { now, languages: [language] });
		expect(reading.thread?.messages).toHaveLength(1);
		expect(lines(reading)[0]).toMatchObject(
			[id, 'mine', {}, 'text', text, sentAt].map((value, index) =>
				index === 2 ? expect.any(String) : value,
			),
		);
	});

	it('2024-01: the chat that a message id names', async () => {
		const reading = await readSaved(openPage('2024-01-29_message-out_es.html'));
		expect(reading.thread?.chatId).toBe('593990000001@c.us');
	});

	it('2022-10 and 2023: rows under another outer element, without test ids', async () => {
		const whole = await readSaved(openPage('2022-10_full-page_chat-list_en.html'));
		expect(whole.chats).toMatchObject([
			{ title: 'my brother', preview: 'انا لسه 😂', previewSide: 'mine', unread: 0, group: null },
		]);
		const rows = await readSaved(openPage('2023-2024_chat-list_v2.2-era_en.html'));
		expect(rows.chats).toMatchObject([
			{ title: 'Mum', preview: 'Can you call me?', unread: 2 },
			{ title: 'Weekend Hikers', preview: 'bring water', previewSender: 'Ben', unread: 0 },
		]);
	});
});
