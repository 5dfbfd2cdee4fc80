// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.instagram.com/direct/inbox/"}
import { it } from 'vitest';
import { adapter } from '@/lib/networks/instagram';
import { expectWholeReadings } from '../changing-page';
import { openStandIn, potters } from './stand-in';

it.each([1, 2])(
	'a page that changes while it is prepared is read as it then is (%i)',
	{
		timeout: 120_000,
	},
	async (seed) => {
		const scenario = potters();
		await openStandIn(scenario);
		await window.site.act({ do: 'open', chatId: scenario.chats[0]?.id ?? '' });
		await expectWholeReadings(adapter, seed);
	},
);
