// @vitest-environment jsdom
import { it } from 'vitest';
import { adapter } from '@/lib/networks/whatsapp';
import { expectWholeReadings } from '../changing-page';
import { address } from './address';
import { circle } from './circle';
import { isLinked, openStandIn, readUntil, watcher } from './stand-in';

it.each([1, 2])(
	'a page that changes while it is prepared is read as it then is (%i)',
	{
		timeout: 120_000,
	},
	async (seed) => {
		const site = await openStandIn(circle(Date.now()));
		await readUntil(watcher(['en-US']), isLinked);
		await site.act({ do: 'open', chatId: 'friend' });
		const localItem = (name: string) => localStorage.getItem(name);
		await expectWholeReadings(adapter, seed, { url: address, indexedDB, localItem });
	},
);
