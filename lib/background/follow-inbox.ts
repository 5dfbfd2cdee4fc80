import type { InboxView } from '@/lib/model';
import type { OpenInbox } from './open-inbox';
import { reportFailure } from './report-failure';

/**
 * Shows every new state of the inbox to a listener, the current one first. While it is
 * busy with one, those that come and go are left out; the last is always shown.
 */
export async function followInbox(
	openInbox: OpenInbox,
	show: (view: InboxView) => Promise<void>,
): Promise<void> {
	let isBusy = false;
	let isAgain = false;
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
				.then(show)
				.catch((error: unknown) => reportFailure('following the inbox', error));
		} while (isAgain);
		isBusy = false;
	};
	try {
		(await openInbox()).watch(refresh);
	} catch (error) {
		reportFailure('opening the inbox', error);
		return;
	}
	await refresh();
}

/** When the next copy of any chat is due, `null` if none will be. */
export function nextExpiryOf({ rows }: InboxView): number | null {
	const times = rows.map(({ nextExpiryAt }) => nextExpiryAt).filter((at) => at !== null);
	return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}
