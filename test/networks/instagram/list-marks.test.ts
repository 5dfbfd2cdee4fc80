// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readSettled } from '@/lib/inspection/inspect-page';
import type { ChatReading } from '@/lib/model';
import { adapter } from '@/lib/networks/instagram';

const now = new Date(2026, 8, 14, 16).getTime();

/** In a page of its own: only that has styles. */
async function chatsOf(rows: string): Promise<ChatReading[]> {
	document.body.innerHTML = `<div role="navigation"><div role="button"><h2>mara.holm</h2></div>
		<div data-pagelet="IGDInboxThreadListScrollableAreaPagelet">${rows}</div></div>`;
	const url = 'https://www.instagram.com/direct/inbox/';
	return (await readSettled(adapter, document, { url, now, languages: ['en'] })).chats;
}

const row = (name: string, style = '', state = ''): string =>
	`<div><div role="button" ${state}><img src="${name}.jpg"><span dir="auto"><span title="${name}" style="${style}">${name}</span></span>
	<span dir="auto">hi</span><abbr aria-label="7 minutes ago">7m</abbr></div></div>`;

describe('a list', () => {
	it('without marks has bold names for unread chats', async () => {
		const chats = await chatsOf(row('Ada', 'font-weight: 600') + row('Bo') + row('Cy'));
		expect(chats.map(({ unread }) => unread)).toEqual([true, 0, 0]);
	});

	it('marks the open chat as the page it is on', async () => {
		const chats = await chatsOf(
			row('Ada', '', 'aria-current="false"') + row('Bo', '', 'aria-current="page"'),
		);
		expect(chats.map(({ open }) => open)).toEqual([false, true]);
	});

	it('has no row for a note above it, however that is placed', async () => {
		const note = `<ul><li><div role="button"><img src="n.jpg"><span title="Cy">Cy</span></div></li></ul>`;
		expect((await chatsOf(note + row('Ada'))).map(({ title }) => title)).toEqual(['Ada']);
	});
});
