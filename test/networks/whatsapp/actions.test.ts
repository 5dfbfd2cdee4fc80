// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { actions } from '@/lib/networks/whatsapp/actions';
import { smallCircle } from '../../sites/scenarios/small-circle';
import { everythingOverflows } from '../layout';
import { openStandIn } from './stand-in';

test("the list's scroller is the pane, whatever it is labelled, and not the open chat's", async () => {
	everythingOverflows();
	const site = await openStandIn(smallCircle(Date.now()));
	await site.act({ do: 'open', chatId: 'whatsapp-friend' });
	for (const labelled of document.querySelectorAll('[aria-label], [data-testid]')) {
		labelled.removeAttribute('aria-label');
		labelled.removeAttribute('data-testid');
	}
	expect(actions.findChatList(document)?.id).toBe('pane-side');
	await site.act({ do: 'sign-out' });
	expect(actions.findChatList(document)).toBeNull();
});
