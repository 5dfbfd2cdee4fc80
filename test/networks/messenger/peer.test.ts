// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { ThreadReading } from '@/lib/model';
import { messageRow } from './rows';
import { readHtml } from './stand-in';

const idAt = (peer: string, minute: number): string =>
	`${peer}@msgr.${BigInt(Date.UTC(2026, 8, 1, 12, minute)) << 22n}`;
const peer = '100050174601107';
const thread = '27724009533944398';
const now = Date.UTC(2026, 8, 2);

async function readThread(
	ids: readonly string[],
	{
		path = `e2ee/t/${thread}`,
		account = null as string | null,
		list = '',
		memory = new Map(),
	} = {},
): Promise<ThreadReading | null> {
	const rows = ids.map((id, index) => messageRow({ id, own: index % 2 === 0, text: 'hello' }));
	const html = `${list}<div role="main"><div role="log" aria-label="Messages in conversation with Cem">${rows.join('')}</div></div>`;
	const url = new URL(`https://www.facebook.com/messages/${path}/`);
	return (await readHtml(html, { now, url, memory, cookie: () => account })).thread;
}

/** A row of the list. */
const row = (id: string): string =>
	`<div role="navigation"><div role="grid"><div role="row"><a role="link" href="/messages/t/${id}/"><span dir="auto">Cem Aydın</span><span dir="auto">Hello</span></a></div></div></div>`;

describe('an encrypted chat with one person', () => {
	it('is the chat of the older address under the id of that person', async () => {
		const read = await readThread([idAt(peer, 1), idAt(peer, 2)]);
		expect(read).toMatchObject({ chatId: thread, otherIds: [peer] });
	});

	it.each([
		['ids name two persons', [idAt(peer, 1), idAt('100012643241932', 2)], {}],
		['an id is a group’s', [idAt(peer, 1), `7203944871120377@g.us.${1n << 62n}`], {}],
		['the id is one’s own', [idAt(peer, 1)], { account: peer }],
		['the address has that id already', [idAt(peer, 1)], { path: `t/${peer}` }],
		['the list has a row of that id beside it', [idAt(peer, 1)], { list: row(peer) }],
	])('has no other id where %s', async (_, ids, changes) => {
		const read = await readThread(ids, changes);
		expect(read?.messages).toHaveLength(ids.length);
		expect(read).not.toHaveProperty('otherIds');
	});

	it('has no other id once a second chat names the same person', async () => {
		const memory = new Map();
		await readThread([idAt(peer, 1)], { memory });
		const second = await readThread([idAt(peer, 3)], { memory, path: 'e2ee/t/3333' });
		expect(second).not.toHaveProperty('otherIds');
	});
});
