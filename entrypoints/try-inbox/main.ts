import { openStore } from '@/lib/store/open-store';
import { corners } from './corners';
import { type CrowdSize, crowd } from './crowd';
import { furnish } from './furnish';
import { house } from './house';

/** A page of builds for tests only: fills the inbox without any messenger's page. */
Object.assign(globalThis, {
	async fillInbox(): Promise<void> {
		const store = await openStore();
		await store.put(await furnish(house(), store.hash, Date.now()));
	},
	async fillCorners(): Promise<void> {
		const store = await openStore();
		const now = Date.now();
		await store.put(await furnish(corners(now), store.hash, now));
	},
	/** Beside what is there. Its timer is off, so that however old it is, it stays. */
	async fillCrowd(size: CrowdSize): Promise<void> {
		const store = await openStore();
		const batch = await furnish(crowd(size), store.hash, Date.now());
		const chats = batch.chats?.map((chat) => ({ ...chat, timer: 'off' as const })) ?? [];
		await store.put({ ...batch, chats });
	},
});
document.documentElement.dataset.ready = '';
