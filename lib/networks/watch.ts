import { obeyBackground } from '../messaging/obey-background';
import { tellBackground } from '../messaging/tell-background';
import type { ChatReading, Reading } from '../model';
import type { Adapter, LearnedOrder, ReadContext } from './adapter';
import { dormantReading } from './dormant-reading';
import { followAddress } from './follow-address';
import type { Keep } from './kept-readings';
import { livePage } from './live-page';
import { createPace } from './pace';
import { followChanges } from './page-changes';
import { claimPage } from './page-reader';
import type { ReaderLife } from './reader-life';
import { createReport } from './report';
import { createTurns } from './turns';

/** A page may change without a mutation that the observer sees (seen 2026 on Instagram). */
const rereadMs = 60_000;
const loadingRereadMs = 1_000;
/** Waits before a capture that was not stored is sent again; the last one repeats. */
const retryMs = [1_000, 5_000, 30_000] as const;
/** In so little time not much changes on a page. */
const shortMs = 25;

/**
 * Reads a messenger's page as it changes and brings what is new to the background.
 * Knows no network. Ends with its life, or when the background says so.
 */
export function watchPage(adapter: Adapter, life: ReaderLife): void {
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

	const isAwake = (): boolean => adapter.isAwake(new URL(location.href));

	const stop = (): void => {
		changes.stop();
		pace.stop();
		clearTimeout(rereadTimer);
		for (const tell of asking.splice(0)) tell([]);
		life.end();
	};

	const read = async (): Promise<void> => {
		if (life.isOver()) return;
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
		if (life.isOver()) return;
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
		changes.look(awake);
		const reading = awake ? await readPage() : dormantReading(adapter.network);
		await turns.begin();
		if (life.isOver()) return null;
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

	/** Twice where it took long: what the page changed meanwhile would be the reading's own work. */
	const prepare = async (): Promise<void> => {
		const beganAt = performance.now();
		try {
			await adapter.prepare?.(context(), turns.inTurns);
			if (performance.now() - beganAt < shortMs) return;
			await adapter.prepare?.(context(), turns.inTurns);
		} catch {
			// The reading meets the same again, and says so.
		}
	};

	const readAgain = (): Promise<readonly ChatReading[]> =>
		new Promise((resolve) => {
			if (life.isOver()) return resolve([]);
			asking.push(resolve);
			void read();
		});

	const wake = (): void => {
		changes.look(isAwake());
		pace.noteChange();
	};

	const start = async (): Promise<void> => {
		const { signal } = life;
		signal.addEventListener('abort', stop);
		const answer = await tellBackground('hello', null);
		// Ended while it waited, as by a second copy: what is registered now would never end.
		if (answer?.stop || life.isOver()) return stop();
		signal.addEventListener('abort', obeyBackground(location.origin, { stop }));
		document.addEventListener('visibilitychange', () => isAwake() && pace.noteChange(), {
			signal,
		});
		let wasAwake = isAwake();
		followAddress(() => {
			if (isAwake() !== wasAwake) openedAt = Date.now();
			wasAwake = isAwake();
			wake();
		}, signal);
		wake();
	};

	claimPage({ network: adapter.network, readAgain, life });
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
