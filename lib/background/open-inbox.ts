import { openStore } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';

export type OpenInbox = () => Promise<Store>;

export interface KeptInbox {
	/**
	 * The inbox, opened once for as long as the worker lives, however many ask at once. An
	 * attempt that failed is made again by the next one who asks.
	 */
	open: OpenInbox;
	/** Lets go of it and of its keys; who asks next opens it anew. */
	drop(): void;
}

export function keepInboxOpen(open: OpenInbox = openStore): KeptInbox {
	let opened: Promise<Store> | null = null;
	return {
		open() {
			const attempt = opened ?? open();
			opened = attempt;
			attempt.catch(() => {
				if (opened === attempt) opened = null;
			});
			return attempt;
		},
		drop() {
			opened = null;
		},
	};
}
