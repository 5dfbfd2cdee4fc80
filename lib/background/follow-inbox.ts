import type { InboxView } from '@/lib/model';
import type { OpenInbox } from './open-inbox';
import { reportFailure } from './report-failure';

export interface Follower {
	/** Shows the current state, and from then on every new one. */
	begin(): Promise<void>;
	/** Shows nothing more of what it followed. */
	end(): void;
}

/**
 * Shows every new state of the inbox to a listener. While it is busy with one, those that
 * come and go are left out; the last is always shown.
 */
export function followInbox(
	openInbox: OpenInbox,
	show: (view: InboxView) => Promise<void>,
): Follower {
	let isBusy = false;
	let isAgain = false;
	let unwatch: (() => void) | null = null;

	const refresh = async (): Promise<void> => {
		if (isBusy) {
			isAgain = true;
			return;
		}
		isBusy = true;
		do {
			isAgain = false;
			await openInbox()
				.then((inbox) => inbox.view(Date.now()))
				.then((view) => (unwatch ? show(view) : undefined))
				.catch((error: unknown) => reportFailure('following the inbox', error));
		} while (isAgain && unwatch);
		isBusy = false;
	};

	const end = (): void => {
		unwatch?.();
		unwatch = null;
	};

	return {
		async begin() {
			try {
				const inbox = await openInbox();
				end();
				unwatch = inbox.watch(refresh);
			} catch (error) {
				reportFailure('opening the inbox', error);
				return;
			}
			await refresh();
		},
		end,
	};
}

/** When the next copy of any chat is due, `null` if none will be. */
export function nextExpiryOf({ rows }: InboxView): number | null {
	const times = rows.map(({ nextExpiryAt }) => nextExpiryAt).filter((at) => at !== null);
	return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}
