import { browser } from 'wxt/browser';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { obeyBackground } from '../messaging/obey-background';
import { tellBackground } from '../messaging/tell-background';
import type { ChatReading, Reading } from '../model';
import type { Adapter, LearnedOrder, ReadContext } from './adapter';
import { dormantReading } from './dormant-reading';
import type { Keep } from './kept-readings';
import { livePage } from './live-page';
import { createPace } from './pace';
import { followChanges } from './page-changes';
import { claimPage } from './page-reader';
import { createReport } from './report';
import { createTurns } from './turns';

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
	const memory = new Map<string, unknown>();
	const turns = createTurns();
	let openedAt = Date.now();
	let isReading = false;
	let isAskedAgain = false;
	let rereadTimer: number | undefined;
	let retries = 0;
	let wasSignedOut = false;
	let learned: LearnedOrder | null = null;
	/** Who wait for a reading that begins after they asked. */
	const asking: ((chats: readonly ChatReading[]) => void)[] = [];
	let shownChats: readonly ChatReading[] = [];

	const isAwake = (url = new URL(location.href)): boolean => adapter.isAwake(url);

	const stop = (): void => {
		changes.stop();
		pace.stop();
		clearTimeout(rereadTimer);
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

	const read = async (): Promise<void> => {
		if (ctx.isInvalid) return;
		pace.begin();
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
			pace.noteChange();
		}
		clearTimeout(rereadTimer);
		if (next !== null) rereadTimer = window.setTimeout(read, next);
	};

	/** Milliseconds until the page is to be read again by itself, `null` for never. */
	const readOnce = async (): Promise<number | null> => {
		const awake = isAwake();
		// What woke it last may have spoken of another address than the page now has.
		changes.look(awake);
		const reading = awake ? await readPage() : dormantReading(adapter.network);
		await turns.begin();
		if (ctx.isInvalid) return null;
		shownChats = reading.chats;
		const sending = report.send(reading);
		pace.end(turns.end());
		const sent = await sending;
		if (sent === 'lost') {
			const wait = retryMs[Math.min(retries, retryMs.length - 1)] ?? rereadMs;
			retries += 1;
			return wait;
		}
		retries = 0;
		isAskedAgain ||= sent === 'guessed';
		if (reading.state === 'dormant') return null;
		if (reading.state === 'loading') return loadingRereadMs;
		if (reading.rereadAfterMs !== undefined) return reading.rereadAfterMs;
		return document.visibilityState === 'visible' ? rereadMs : null;
	};

	const context = (): ReadContext => ({
		...contextOf(openedAt, memory, changes.keepNow()),
		learned,
	});

	/** What was learned of one person's page is forgotten before another's is read. */
	const readPage = async (): Promise<Reading> => {
		await prepare();
		await turns.begin();
		const reading = await adapter.read(context());
		const isSignedOut = reading.state === 'signed-out';
		if (!wasSignedOut || isSignedOut) {
			wasSignedOut = isSignedOut;
			return reading;
		}
		wasSignedOut = false;
		memory.clear();
		learned = null;
		changes.forgetAll();
		return adapter.read(context());
	};

	const prepare = async (): Promise<void> => {
		try {
			await adapter.prepare?.(context(), turns.inTurns);
		} catch {
			// The reading meets the same again, and says so.
		}
	};

	const readAgain = (): Promise<readonly ChatReading[]> =>
		new Promise((resolve) => {
			if (ctx.isInvalid) return resolve([]);
			asking.push(resolve);
			void read();
		});

	const wake = (url = new URL(location.href)): void => {
		changes.look(isAwake(url));
		pace.noteChange();
	};

	const start = async (): Promise<void> => {
		ctx.onInvalidated(stop);
		ctx.onInvalidated(restart);
		const answer = await tellBackground('hello', null);
		// Ended while it waited, as by a second copy: what is registered now would never end.
		if (answer?.stop || ctx.isInvalid) return stop();
		ctx.onInvalidated(obeyBackground(location.origin, { stop }));
		ctx.addEventListener(document, 'visibilitychange', () => isAwake() && pace.noteChange());
		ctx.addEventListener(window, 'wxt:locationchange', ({ oldUrl, newUrl }) => {
			if (isAwake(oldUrl) !== isAwake(newUrl)) openedAt = Date.now();
			// Told by the navigation API, before the page's address is the new one (2026-11).
			wake(newUrl);
		});
		wake();
	};

	const isNewest = claimPage({ network: adapter.network, readAgain, ended: ctx.signal });
	const pace = createPace(() => void read());
	const changes = followChanges(pace.noteChange);
	const report = createReport({
		onStop: stop,
		onDateOrder: (account, order) => {
			if (learned?.account === account && learned.order === order) return false;
			learned = { account, order };
			return true;
		},
	});
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
