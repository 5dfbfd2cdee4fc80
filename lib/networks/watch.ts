import { browser } from 'wxt/browser';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { obeyBackground } from '../messaging/obey-background';
import { tellBackground } from '../messaging/tell-background';
import type { ChatReading, Reading, SettledOrder } from '../model';
import type { Adapter, LearnedOrder, ReadContext } from './adapter';
import { catchUpOnPage } from './catch-up-on-page';
import { claimPage } from './claim-page';
import { dormantReading } from './dormant-reading';
import { createKeptReadings, type Keep } from './kept-readings';
import { livePage } from './live-page';
import { createNewsDesk } from './news';
import { splitReading } from './split-reading';
import { isTelling } from './telling-changes';
import { createTurns } from './turns';

/** Quiet after a change before the page is read, and the longest a busy page may put it off. */
const quietMs = 250;
const longestWaitMs = 1_200;
/** A page may change without a mutation that the observer sees (seen 2026 on Instagram). */
const rereadMs = 60_000;
const loadingRereadMs = 1_000;
/** Waits before a capture that was not stored is sent again; the last one repeats. */
const retryMs = [1_000, 5_000, 30_000] as const;

/** How soon a reader that the page itself ended begins again. */
const restartMs = 1_000;
const turnedOff = 'turned off';
/** The reason that WXT gives, of which there is no other sign (0.21). */
const endedByEvent = 'Content script context invalidated';

/**
 * Reads a messenger's page as it changes and brings what is new to the background.
 * Knows no network. Ends with the extension's context, or when the background says so.
 */
export function watchPage(adapter: Adapter, ctx: ContentScriptContext): void {
	const isNewest = claimPage();
	const takeNews = createNewsDesk();
	const memory = new Map<string, unknown>();
	let kept = createKeptReadings();
	const turns = createTurns();
	let openedAt = Date.now();
	let isObserving = false;
	let isReading = false;
	let isAskedAgain = false;
	/** When the page last changed, and since when a change waits to be read. */
	let changedAt = 0;
	let waitingSince: number | null = null;
	let timer: number | undefined;
	let rereadTimer: number | undefined;
	let retries = 0;
	let reported = '';
	let wasSignedOut = false;
	let learned: LearnedOrder | null = null;
	/** Who wait for a reading that begins after they asked. */
	const asking: ((chats: readonly ChatReading[]) => void)[] = [];
	let shownChats: readonly ChatReading[] = [];

	const observer = new MutationObserver((records) => {
		kept.forget(records);
		if (records.some(isTelling)) schedule();
	});
	const isAwake = (url = new URL(location.href)): boolean => adapter.isAwake(url);

	const stop = (): void => {
		observer.disconnect();
		clearTimeout(timer);
		clearTimeout(rereadTimer);
		catchUp.end('left');
		for (const tell of asking.splice(0)) tell([]);
		if (ctx.isValid) ctx.abort(turnedOff);
	};

	/**
	 * WXT ends a context by an event in the document when a newer copy of the script begins,
	 * and a page can send that event as well. Where no newer copy is, the reader begins again.
	 */
	const restart = (): void => {
		if (ctx.signal.reason !== endedByEvent) return;
		setTimeout(() => {
			if (!isNewest() || browser.runtime?.id === undefined) return;
			watchPage(adapter, new ContentScriptContext(adapter.network));
		}, restartMs);
	};

	/**
	 * Runs with every change, so it only notes the time. The timer that runs is never put
	 * off: on a page that is busy without end it would not come before the next change.
	 */
	const schedule = (): void => {
		changedAt = performance.now();
		if (waitingSince !== null) return;
		waitingSince = changedAt;
		// Not the context's own timers: it keeps a listener for each one that was ever set.
		timer = window.setTimeout(readWhenQuiet, quietMs);
	};

	const readWhenQuiet = (): void => {
		const since = waitingSince ?? changedAt;
		const waitMs = Math.min(changedAt + quietMs, since + longestWaitMs) - performance.now();
		if (waitMs > 1) timer = window.setTimeout(readWhenQuiet, waitMs);
		else void read();
	};

	const read = async (): Promise<void> => {
		if (ctx.isInvalid) return;
		clearTimeout(timer);
		waitingSince = null;
		if (isReading) {
			isAskedAgain = true;
			return;
		}
		isReading = true;
		const asked = asking.splice(0);
		const next = await readOnce().finally(() => {
			isReading = false;
		});
		for (const tell of asked) tell(shownChats);
		if (ctx.isInvalid) return;
		if (isAskedAgain) {
			isAskedAgain = false;
			schedule();
		}
		clearTimeout(rereadTimer);
		if (next !== null) rereadTimer = window.setTimeout(read, next);
	};

	/** Milliseconds until the page is to be read again by itself, `null` for never. */
	const readOnce = async (): Promise<number | null> => {
		const awake = isAwake();
		// What woke it last may have spoken of another address than the page now has.
		observe(awake);
		const reading = awake ? await readPage() : dormantReading(adapter.network);
		await turns.begin();
		if (ctx.isInvalid) return null;
		shownChats = reading.chats;
		const isDormant = reading.state === 'dormant';
		const isStored = (isDormant || (await sendNews(reading))) && (await sendHealth(reading));
		if (!isStored) {
			const wait = retryMs[Math.min(retries, retryMs.length - 1)] ?? rereadMs;
			retries += 1;
			return wait;
		}
		retries = 0;
		if (isDormant) return null;
		if (reading.state === 'loading') return loadingRereadMs;
		if (reading.rereadAfterMs !== undefined) return reading.rereadAfterMs;
		return document.visibilityState === 'visible' ? rereadMs : null;
	};

	const context = (): ReadContext => ({
		...contextOf(openedAt, memory, kept.keep),
		learned,
	});

	/** What was learned of one person's page is forgotten before another's is read. */
	const readPage = async (): Promise<Reading> => {
		await prepare();
		await turns.begin();
		kept.forget(observer.takeRecords());
		const reading = await adapter.read(context());
		const isSignedOut = reading.state === 'signed-out';
		if (!wasSignedOut || isSignedOut) {
			wasSignedOut = isSignedOut;
			return reading;
		}
		wasSignedOut = false;
		memory.clear();
		learned = null;
		kept = createKeptReadings();
		return adapter.read(context());
	};

	const prepare = async (): Promise<void> => {
		try {
			await adapter.prepare?.(context(), turns.inTurns);
		} catch {
			// The reading meets the same again, and says so.
		}
	};

	const sendNews = async (reading: Reading): Promise<boolean> => {
		const news = takeNews(reading);
		for (const capture of splitReading(
			{ ...reading, thread: news.thread },
			news.chats,
			Date.now(),
		)) {
			const answer = await tellBackground('capture', capture);
			if (answer?.stop) stop();
			if (!answer?.stored && !answer?.refused) return false;
			if (hasLearned(reading, answer.dateOrder)) {
				// The rest of this reading was a guess: it is read again instead.
				isAskedAgain = true;
				return true;
			}
		}
		news.settle();
		return true;
	};

	/** Whether the background knows how this account writes its dates, and the page did not. */
	const hasLearned = ({ account, dateOrder }: Reading, order?: SettledOrder): boolean => {
		if (order === undefined || dateOrder !== undefined) return false;
		if (learned?.account === account && learned.order === order) return false;
		learned = { account, order };
		return true;
	};

	const sendHealth = async (reading: Reading): Promise<boolean> => {
		const { state, layers, chats, thread, problems } = reading;
		const counts = { chats: chats.length, messages: thread?.messages.length ?? 0 };
		const health = { state, layers, counts, problems: [...new Set(problems)].slice(0, 50) };
		const text = JSON.stringify([health, Math.floor(Date.now() / rereadMs)]);
		if (text === reported) return true;
		const answer = await tellBackground('health', { ...health, readAt: Date.now() });
		if (answer?.stop) stop();
		if (answer) reported = text;
		return answer !== null;
	};

	const readAgain = (): Promise<readonly ChatReading[]> =>
		new Promise((resolve) => {
			if (ctx.isInvalid) return resolve([]);
			asking.push(resolve);
			void read();
		});
	const catchUp = catchUpOnPage({ actions: adapter.actions, readAgain });

	const observe = (awake: boolean): void => {
		if (awake === isObserving) return;
		isObserving = awake;
		observer.disconnect();
		// What changes while nobody looks is not known afterwards.
		kept = createKeptReadings();
		if (!awake) return;
		observer.observe(document, {
			subtree: true,
			childList: true,
			characterData: true,
			attributes: true,
		});
	};

	const wake = (url = new URL(location.href)): void => {
		observe(isAwake(url));
		schedule();
	};

	const start = async (): Promise<void> => {
		ctx.onInvalidated(stop);
		ctx.onInvalidated(restart);
		const answer = await tellBackground('hello', null);
		// Ended while it waited, as by a second copy: what is registered now would never end.
		if (answer?.stop || ctx.isInvalid) return stop();
		ctx.onInvalidated(
			obeyBackground(location.origin, {
				stop,
				'catch-up': catchUp.begin,
				'end-catch-up': () => catchUp.end('stopped'),
			}),
		);
		ctx.addEventListener(document, 'visibilitychange', () => isAwake() && schedule());
		ctx.addEventListener(window, 'wxt:locationchange', ({ oldUrl, newUrl }) => {
			if (isAwake(oldUrl) !== isAwake(newUrl)) openedAt = Date.now();
			// Told by the navigation API, before the page's address is the new one (2026-11).
			wake(newUrl);
		});
		wake();
	};
	void start();
}

function contextOf(openedAt: number, memory: Map<string, unknown>, keep: Keep): ReadContext {
	return {
		document,
		url: new URL(location.href),
		now: Date.now(),
		languages: navigator.languages,
		openedAt,
		memory,
		keep,
		...livePage(),
	};
}
