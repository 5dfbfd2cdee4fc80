import { openStore } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';

export type OpenInbox = () => Promise<Store>;

/**
 * The inbox, opened once for as long as the worker lives, however many ask at once. An
 * attempt that failed is made again by the next one who asks.
 */
export function keepInboxOpen(open: OpenInbox = openStore): OpenInbox {
	let opened: Promise<Store> | null = null;
	return () => {
		opened ??= open().catch((error: unknown) => {
			opened = null;
			throw error;
		});
		return opened;
	};
}
