// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.instagram.com/direct/inbox/"}
import { expect, test } from 'vitest';
import { actions } from '@/lib/networks/instagram/actions';
import { everythingOverflows } from '../layout';
import { openStandIn, potters } from './stand-in';

test('the scroller of the list is around its rows, not the notes above them', async () => {
	everythingOverflows();
	await openStandIn(potters());
	const notes = document.querySelector('ul');
	if (notes) notes.style.overflowY = 'auto';
	const list = actions.findChatList(document);
	expect(list?.querySelectorAll('abbr').length).toBeGreaterThan(5);
	expect(list?.contains(notes)).toBe(true);
	expect(list?.querySelector('h2')).toBeNull();
	await window.site.act({ do: 'sign-out' });
	expect(actions.findChatList(document)).toBeNull();
});
