import { browser } from 'wxt/browser';
import { hearPages } from '@/lib/messaging/hear-pages';
import { hearReaders } from '@/lib/messaging/hear-readers';
import { effaceWhileLocked } from '@/lib/store/expire-locked';
import { watchLock } from '@/lib/unsealed/locking';
import { countDropped } from '@/lib/unsealed/reader-reports';
import { closeQuestion } from '@/lib/unsealed/turned-off';
import { browserSession } from '@/lib/vault/session-secret';
import { showBadge } from './badge';
import { createCaptureService, storeCapture } from './capture-service';
import { lookAtClock } from './clock';
import { createLockedCollecting } from './collect-locked';
import { followInbox, nextExpiryOf } from './follow-inbox';
import { hideWhenLocked } from './hide-when-locked';
import { createInboxService } from './inbox-service';
import { alignReaders, startMissingReaders } from './injection';
import { createLock } from './lock';
import { lookAtDisk } from './look-at-disk';
import { createMerging, type Merging } from './merging';
import { hearNotificationClicks, notify } from './notify';
import { keepInboxOpen, type OpenInbox } from './open-inbox';
import { createQueue } from './queue';
import { createReload } from './reload';
import { reopenTabs } from './reopen-tabs';
import { reportFailure } from './report-failure';
import { createSchedule } from './schedule';
import { askWhatToKeep } from './turn-off';
import { createWaking } from './wake-snoozed';
import { watchLockTriggers } from './watch-lock-triggers';

/** In `storage.session`: set once what a session begins with is done. */
const startedMark = 'readers-started';

/**
 * Starts the background. Every listener is registered before anything is awaited, else the
 * event that woke the worker would be lost. Resolves when the work of a start is done.
 */
export async function startBackground(
	open?: OpenInbox,
	effaceStore: (now: number) => Promise<void> = effaceWhileLocked,
): Promise<void> {
	const kept = keepInboxOpen(open);
	const openInbox = kept.open;
	const queue = createQueue();
	const readerQueue = createQueue();
	const collecting = createLockedCollecting();
	const schedule = createSchedule(openInbox, queue, async (now) => {
		await Promise.all([effaceStore(now), collecting.efface(now)]);
	});
	const merging = createMerging(openInbox, queue);
	const waking = createWaking(openInbox, queue);
	const follower = followInbox(openInbox, async (view) => {
		await Promise.all([
			showBadge(view.rows),
			notify(view.rows, Date.now()),
			schedule.plan(nextExpiryOf(view)),
			waking.plan(view.rows),
			collecting.noteLife(view),
		]);
	});

	const isOpen = async (): Promise<boolean> => (await browserSession.read()) !== null;
	const reload = createReload();
	const lock = createLock({
		isOpen,
		drop() {
			follower.end();
			kept.drop();
			hideWhenLocked().catch((error: unknown) => reportFailure('hiding what is shown', error));
		},
		reload,
	});
	const triggers = watchLockTriggers(isOpen, lock.lock);

	const resumeLock = (): Promise<void> =>
		lock.resume().catch((error: unknown) => reportFailure('locking', error));
	const unlessFailed = (job: Promise<void>): Promise<void> =>
		job.catch((error: unknown) => reportFailure('planning when to lock', error));

	/** What can be done only with an open inbox: at the start, and after each unlock. */
	async function goOn(): Promise<void> {
		await Promise.all([unlessFailed(triggers.plan()), follower.begin(), takeWaiting()]);
	}

	async function takeWaiting(): Promise<void> {
		// What fell due meanwhile goes by the timer under which it did, whatever pages told since.
		await schedule.expire();
		await queue
			.run(async () => {
				const inbox = await openInbox();
				const { eraseAt } = await lookAtClock(Date.now());
				await collecting.empty(inbox, eraseAt, async (capture, at) => {
					await inbox.expire(Math.min(at, eraseAt));
					await storeCapture(inbox, capture, at);
				});
			})
			.catch((error: unknown) => reportFailure('taking what waited', error));
		await schedule.expire();
		await waking.wake();
		await planMerge(openInbox, merging);
	}

	const align = (): Promise<void> =>
		readerQueue
			.run(async () => {
				const on = await alignReaders((network) => askWhatToKeep(network, openInbox));
				for (const network of on) await closeQuestion(network);
			})
			.catch((error: unknown) => reportFailure('registering readers', error));

	hearReaders(
		createCaptureService(openInbox, queue, merging, collecting, schedule),
		async (network, kind) => {
			if (network && kind === 'capture') await countDropped(network, { captures: 1 });
		},
	);
	hearPages(createInboxService({ openInbox, queue, schedule, alignReaders: align, lock, goOn }));
	watchLock((isLocked) => {
		if (isLocked) void resumeLock();
	});
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
		void unlessFailed(triggers.ring(name));
		if (reload.isOurs(name)) void resumeLock();
	});
	// Nothing to do in itself: it wakes the worker when the browser starts.
	browser.runtime.onStartup.addListener(() => undefined);
	browser.runtime.onInstalled.addListener(({ reason }) => {
		if (reason === 'install') void openWelcome();
	});

	await Promise.all([
		resumeLock()
			.then(() => schedule.begin())
			.then(goOn),
		align().then(startSessionOnce),
		reopenTabs().catch((error: unknown) => reportFailure('opening tabs again', error)),
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
