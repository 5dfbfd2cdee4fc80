import { browser } from 'wxt/browser';
import { hearPages } from '@/lib/messaging/hear-pages';
import { hearReaders } from '@/lib/messaging/hear-readers';
import { countDropped } from '@/lib/reader-reports';
import { closeQuestion } from '@/lib/turned-off';
import { showBadge } from './badge';
import { createCaptureService } from './capture-service';
import { followInbox, nextExpiryOf } from './follow-inbox';
import { createInboxService } from './inbox-service';
import { alignReaders, startMissingReaders } from './injection';
import { lookAtDisk } from './look-at-disk';
import { createMerging, type Merging } from './merging';
import { hearNotificationClicks, notify } from './notify';
import { keepInboxOpen, type OpenInbox } from './open-inbox';
import { createQueue } from './queue';
import { reportFailure } from './report-failure';
import { createSchedule } from './schedule';
import { askWhatToKeep } from './turn-off';
import { createWaking } from './wake-snoozed';

/** In `storage.session`: set once what a session begins with is done. */
const startedMark = 'readers-started';

/**
 * Starts the background. Every listener is registered before anything is awaited, else the
 * event that woke the worker would be lost. Resolves when the work of a start is done.
 */
export async function startBackground(open?: OpenInbox): Promise<void> {
	const openInbox = keepInboxOpen(open);
	const queue = createQueue();
	const readerQueue = createQueue();
	const schedule = createSchedule(openInbox, queue);
	const merging = createMerging(openInbox, queue);
	const waking = createWaking(openInbox, queue);

	const align = (): Promise<void> =>
		readerQueue
			.run(async () => {
				const on = await alignReaders((network) => askWhatToKeep(network, openInbox));
				for (const network of on) await closeQuestion(network);
			})
			.catch((error: unknown) => reportFailure('registering readers', error));

	hearReaders(createCaptureService(openInbox, queue, merging), async (network, kind) => {
		if (network && kind === 'capture') await countDropped(network, { captures: 1 });
	});
	hearPages(createInboxService({ openInbox, queue, schedule, alignReaders: align }));
	hearNotificationClicks();
	browser.permissions.onAdded.addListener(() => {
		hearNotificationClicks();
		void align();
	});
	browser.permissions.onRemoved.addListener(() => void align());
	browser.alarms.onAlarm.addListener(({ name }) => {
		if (schedule.isOurs(name)) void schedule.expire();
		if (merging.isOurs(name)) void merging.merge();
		if (waking.isOurs(name)) void waking.wake();
		if (schedule.isRound(name)) void lookAtDisk();
	});
	// Nothing to do in itself: it wakes the worker when the browser starts.
	browser.runtime.onStartup.addListener(() => undefined);
	browser.runtime.onInstalled.addListener(({ reason }) => {
		if (reason === 'install') void openWelcome();
	});

	await Promise.all([
		schedule
			.begin()
			.then(() => schedule.expire())
			.then(() => waking.wake())
			.then(() => planMerge(openInbox, merging)),
		align().then(startSessionOnce),
		followInbox(openInbox, async (view) => {
			await Promise.all([
				showBadge(view.rows),
				notify(view.rows, Date.now()),
				schedule.plan(nextExpiryOf(view)),
				waking.plan(view.rows),
			]);
		}),
	]);
}

/** A worker that died before its merge left something waiting. */
async function planMerge(openInbox: OpenInbox, merging: Merging): Promise<void> {
	try {
		merging.plan(await openInbox());
	} catch (error) {
		reportFailure('planning a merge', error);
	}
}

async function openWelcome(): Promise<void> {
	await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** Once per session of the extension: it ends with the browser, an update or a reload. */
async function startSessionOnce(): Promise<void> {
	const found = await browser.storage.session.get(startedMark);
	if (found[startedMark] === true) return;
	await Promise.all([startMissingReaders(), lookAtDisk()]);
	await browser.storage.session.set({ [startedMark]: true });
}
