// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Reading } from '@/lib/model';
import { adapter } from '@/lib/networks/instagram';
import { realShape, realShapeUrl } from './real-shape';
import { contextOf } from './stand-in';

const now = Date.now();
const inbox = new URL('https://www.instagram.com/direct/inbox/');

interface Session {
	memory: Map<string, unknown>;
	page: Document;
	read(url?: URL, at?: number): Promise<Reading>;
}

function session(): Session {
	const memory = new Map<string, unknown>();
	const page = new DOMParser().parseFromString(realShape, 'text/html');
	const read = (url = realShapeUrl, at = now) =>
		adapter.read(contextOf({ document: page, url, memory, now: at }));
	return { memory, page, read };
}

const rowOf = (page: Document, title: string): Element => {
	const row = page.querySelector(`[title="${title}"]`)?.closest('[role="button"]');
	if (!row) throw new Error(`no row ${title}`);
	return row;
};

const setPicture = (page: Document, title: string, address: string): void =>
	rowOf(page, title).querySelector('img')?.setAttribute('src', address);

const chat = (reading: Reading, title: string) =>
	reading.chats.filter((candidate) => candidate.title === title);

describe('names of rows that were never opened', () => {
	it('stay when host and query of a picture change', async () => {
		const { page, read } = session();
		const before = await read();
		setPicture(page, 'Ida', 'https://other-host.example/v/t99/ida.jpg?oe=77&sig=x');
		expect(await read()).toEqual(before);
	});

	it('are missing while a row has no picture yet', async () => {
		const { page, read } = session();
		rowOf(page, 'Ida').querySelector('img')?.removeAttribute('src');
		expect(chat(await read(), 'Ida')).toMatchObject([{ id: null, provisionalId: null }]);
	});

	it('fit the store however long a title is', async () => {
		const { page, read } = session();
		page.querySelector('[title="Ida"]')?.setAttribute('title', `Ida ${'x'.repeat(5_000)}`);
		const [first] = (await read()).chats;
		expect(first?.title).toHaveLength(2_000);
		expect(first?.provisionalId?.length).toBeLessThanOrEqual(400);
	});
});

describe('two rows alike', () => {
	it('get no identity at all, then or later', async () => {
		const { page, read } = session();
		page.querySelector('[title="Ida"]')?.setAttribute('title', 'Wim');
		setPicture(page, 'Wim', 'https://cdn.example/wim.jpg');
		for (const row of chat(await read(inbox), 'Wim')) {
			expect(row).toMatchObject({ id: null, provisionalId: null });
		}
		expect(chat(await read(inbox), 'Wim')).toHaveLength(2);
		rowOf(page, 'Wim').remove();
		expect(chat(await read(inbox), 'Wim')).toMatchObject([{ id: null, provisionalId: null }]);
	});

	it('lose a proof that a second chat contradicts', async () => {
		const { page, read } = session();
		expect(chat(await read(), 'Otto')).toMatchObject([{ id: '17840000000000077' }]);
		await read(inbox);
		const other = new URL('https://www.instagram.com/direct/t/17840000000000088/');
		await read(other, now + 1_000);
		const reading = await read(other, now + 60_000);
		expect(chat(reading, 'Otto')).toMatchObject([{ id: null, provisionalId: null }]);
		expect(page.querySelectorAll('[aria-pressed="true"]')).toHaveLength(1);
	});
});

describe('the proof by the open row', () => {
	it('needs one open row', async () => {
		const { page, read } = session();
		rowOf(page, 'Ida').setAttribute('aria-pressed', 'true');
		const reading = await read();
		expect(reading.chats.every(({ id }) => id === null)).toBe(true);
	});

	it('needs the header to name the same chat', async () => {
		const { page, read } = session();
		page
			.querySelector('[data-pagelet="IGDInboxHeaderOffMsys"] [title]')
			?.setAttribute('title', 'Ida');
		expect((await read()).chats.every(({ id }) => id === null)).toBe(true);
	});

	it('ends with the account', async () => {
		const { page, read } = session();
		expect(chat(await read(), 'Otto')).toMatchObject([{ id: '17840000000000077' }]);
		const heading = page.querySelector('h2 span');
		if (heading) heading.textContent = 'second.account';
		const reading = await read(inbox);
		expect(reading.account).toBe('second.account');
		expect(chat(reading, 'Otto')).toMatchObject([{ id: null }]);
	});
});
