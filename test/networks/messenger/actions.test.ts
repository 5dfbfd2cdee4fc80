// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { actions } from '@/lib/networks/messenger/actions';
import { smallCircle } from '../../sites/scenarios/small-circle';
import { everythingOverflows } from '../layout';
import { openStandIn } from './stand-in';

test('the scroller of the list is the one around its grid, not that of the open chat', async () => {
	everythingOverflows();
	const site = await openStandIn(smallCircle(Date.now()));
	await site.act({ do: 'open', chatId: 'messenger-friend' });
	const list = actions.findChatList(document);
	expect(list?.querySelector('[role="grid"]')).not.toBeNull();
	expect(list?.querySelector('[role="log"], h1')).toBeNull();
	await site.act({ do: 'sign-out' });
	expect(actions.findChatList(document)).toBeNull();
});
