import { openStore } from '@/lib/store/open-store';
import { furnish } from './furnish';
import { house } from './house';

/** A page of builds for tests only: fills the inbox without any messenger's page. */
Object.assign(globalThis, {
	async fillInbox(): Promise<void> {
		const store = await openStore();
		await store.put(await furnish(house(), store.hash, Date.now()));
	},
});
document.documentElement.dataset.ready = '';
