import * as v from 'valibot';
import { accountId, unknownAccount } from '@/lib/ids';
import { isEmpty } from '@/lib/inbox/changes';
import { mergeCapture } from '@/lib/inbox/merge-capture';
import { parseCapture } from '@/lib/inbox/parse-capture';
import { catchUpSchema, healthSchema, type ReaderAnswer } from '@/lib/messaging';
import type { ReaderSays } from '@/lib/messaging/hear-readers';
import type { Capture, SettledOrder } from '@/lib/model';
import type { Store } from '@/lib/store/store';
import { saveCatchUp } from '@/lib/unsealed/catch-ups';
import { countDropped, forgetHealth, saveHealth } from '@/lib/unsealed/reader-reports';
import { noteSignedIn, noteSignedOut } from '@/lib/unsealed/signed-out';
import { noteUnkept } from '@/lib/unsealed/unkept';
import { noteToldTime } from './clock';
import type { LockedCollecting } from './collect-locked';
import { learnDateOrder } from './date-orders';
import { isOriginGranted } from './granted-hosts';
import type { Merging } from './merging';
import type { OpenInbox } from './open-inbox';
import type { Queue } from './queue';
import { failureCode, reportFailure } from './report-failure';
import { createRestWhenFull, type RestWhenFull } from './rest-when-full';
import type { Schedule } from './schedule';
import {
	closeUnknownAccount,
	joinUnknownAccount,
	takenForUnknown,
	useUnknownAccount,
} from './unknown-accounts';

/** A page that sends faster than its captures can be stored is not a messenger. */
const longestQueue = 64;

const goOn: ReaderAnswer = { stop: false, stored: false };
const stored: ReaderAnswer = { stop: false, stored: true };
const refused: ReaderAnswer = { stop: false, stored: false, refused: true };
const stop: ReaderAnswer = { stop: true, stored: false };

/**
 * Answers readers. A capture is acknowledged only once it is on disk, so a reader whose
 * worker died sends it again; merging it again changes nothing.
 */
export function createCaptureService(
	openInbox: OpenInbox,
	queue: Queue,
	merging: Pick<Merging, 'plan'>,
	collecting: Pick<LockedCollecting, 'keep'>,
	schedule: Pick<Schedule, 'followClock'>,
	rest: RestWhenFull = createRestWhenFull(),
) {
	/** A reader is answered alike whether it is stored or waits for an unlock. */
	async function keepCapture(
		capture: Capture,
		droppedRows: number,
		tabId: number,
	): Promise<ReaderAnswer> {
		try {
			const inbox = await openInbox();
			const dateOrder = await storeCapture(inbox, capture, Date.now(), droppedRows, tabId);
			merging.plan(inbox);
			return dateOrder === undefined ? stored : { ...stored, dateOrder };
		} catch (error) {
			if (failureCode(error) !== 'locked') throw error;
			return (await collecting.keep(capture)) ? stored : goOn;
		}
	}

	return async ({ kind, payload, network, origin, tabId }: ReaderSays): Promise<ReaderAnswer> => {
		if (!(await isOriginGranted(origin))) {
			if (kind === 'capture') await countDropped(network, { captures: 1 });
			return stop;
		}
		switch (kind) {
			case 'hello':
				await Promise.all([joinUnknownAccount(network, tabId), forgetHealth(network, tabId)]);
				return goOn;
			case 'health': {
				const health = v.safeParse(healthSchema, payload);
				if (!health.success) return goOn;
				if (health.output.state === 'signed-out') {
					await closeUnknownAccount(network, tabId);
					await noteSignedOut(network, tabId);
				}
				await saveHealth(network, tabId, health.output);
				return goOn;
			}
			case 'catch-up': {
				const progress = v.safeParse(catchUpSchema, payload);
				if (progress.success) await saveCatchUp(network, tabId, progress.output);
				return goOn;
			}
			case 'capture': {
				const { capture, droppedRows } = parseCapture(payload, network, Date.now());
				if (capture === null || queue.length >= longestQueue) {
					await countDropped(network, { captures: 1 });
					return capture === null ? refused : goOn;
				}
				if (rest.isResting()) return goOn;
				await schedule.followClock();
				return queue
					.run(async () =>
						// Again: the host may have been taken back while others were stored.
						(await isOriginGranted(origin))
							? rest.run(async () =>
									keepCapture(await withAccount(capture, tabId), droppedRows, tabId),
								)
							: stop,
					)
					.catch((error: unknown) => {
						reportFailure('storing a capture', error);
						return goOn;
					});
			}
		}
	};
}

/** Where the page does not tell whose it is, those before and after a sign-out stay apart. */
async function withAccount(capture: Capture, tabId: number): Promise<Capture> {
	if (capture.account !== null) {
		const taken = await takenForUnknown(capture.network, tabId);
		return taken === null ? capture : { ...capture, takenFor: unknownAccount(taken) };
	}
	const generation = await useUnknownAccount(capture.network, tabId);
	return { ...capture, account: unknownAccount(generation) };
}

/**
 * Merges a capture as of when it came. Resolves, once it is on disk, with how its account
 * writes dates, where that is known.
 */
export async function storeCapture(
	inbox: Store,
	capture: Capture,
	at: number,
	droppedRows = 0,
	/** `null` for what was kept while locked: what it tells of its page may be long past. */
	tabId: number | null = null,
): Promise<SettledOrder | undefined> {
	let skippedRows = 0;
	let unkept: ReadonlySet<string> = new Set();
	await inbox.update(async (stored) => {
		const merged = await mergeCapture(capture, stored, at);
		({ skippedRows, unkept } = merged);
		return isEmpty(merged.changes) ? null : merged.changes;
	});
	if (tabId !== null) await noteToldTime(capture);
	await noteUnkept(unkept);
	const { network, account } = capture;
	await countDropped(network, { rows: droppedRows + skippedRows });
	const accountKey = await inbox.hash(accountId(network, account));
	if (tabId !== null) await noteSignedIn(network, tabId, accountKey);
	return learnDateOrder(network, accountKey, capture.dateOrder);
}
