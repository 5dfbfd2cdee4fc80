// @vitest-environment jsdom
import { it } from 'vitest';
import { adapter } from '@/lib/networks/messenger';
import { expectWholeReadings } from '../changing-page';
import { smallInbox } from './people';
import { openStandIn } from './stand-in';

it.each([1, 2])(
	'a page that changes while it is prepared is read as it then is (%i)',
	async (seed) => {
		const site = await openStandIn(smallInbox(Date.now()));
		await site.act({ do: 'open', chatId: 'kinds' });
		await expectWholeReadings(adapter, seed);
	},
);
