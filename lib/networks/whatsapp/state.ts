import type { MessageReading, ReaderState } from '../../model';
import type { ReadContext } from '../adapter';
import type { ListReading } from './chats';
import { hadAccount, type PageMemory } from './memory';
import type { DatabaseReading } from './page-database';
import * as selectors from './selectors';
import type { OpenThread } from './thread';

/** A page takes this long to show its list at most; after that something is wrong. */
const loadingMs = 60_000;
/** Passes that must agree before "nothing there" is believed. */
const confirmations = 3;
/** Too few rows or messages prove nothing about a layout. */
const fewest = 5;

/** What the page is before anything in it is read; `null` for the app itself. */
export function frameState(context: ReadContext, account: string | null): ReaderState | null {
	const { document } = context;
	const has = (selector: string): boolean => document.querySelector(selector) !== null;
	const isOwn = isOurs(document);
	const hasParts =
		has(selectors.framePane) ||
		has(selectors.frameThreadParts) ||
		(isOwn && has(selectors.frameSide));
	const isPairing = has(selectors.framePairingPlace) || has(selectors.framePairingCanvas);
	if (has(selectors.framePairing) || (!hasParts && isOwn && isPairing)) return 'signed-out';
	if (hasParts) return null;
	if (!isOwn) return 'unknown-page';
	if (has(selectors.frameStartup)) return 'loading';
	return account === null && isSignedOut(context) ? 'signed-out' : null;
}

function isOurs(document: Document): boolean {
	return document.querySelector(`html${selectors.framePage}, ${selectors.frameStartup}`) !== null;
}

/** Signed out before the pairing code is drawn: the account is gone, and so are all its parts. */
function isSignedOut({ document, localItem, memory }: ReadContext): boolean {
	if (!localItem || localItem('last-wid-md') !== null) return false;
	if (localItem('WANoiseInfo') !== null && !hadAccount({ memory })) return false;
	const app = document.querySelector(selectors.frameApp);
	return (
		app !== null &&
		app.childElementCount > 0 &&
		!document.querySelector(selectors.frameSignedInParts)
	);
}

export interface Findings {
	list: ListReading | null;
	open: OpenThread | null;
	/** Hydrated messages that are not the page's own. */
	persons: readonly MessageReading[];
	unreadStamps: number;
	timedRows: number;
	linkedRows: number;
	database: DatabaseReading;
}

/** How well the app could be read, and what is wrong with it. */
export function appState(
	context: ReadContext,
	memory: PageMemory,
	findings: Findings,
): { state: ReaderState; problems: string[] } {
	const problems = [...faults(findings, memory)];
	const { list } = findings;
	if (list && list.rows.length > 0 && !list.isSearch) memory.hasSeenList = true;
	const state = baseState(context, memory, findings);
	const isSound = state === 'reading';
	if (isSound && (!context.visible || findings.open?.isLastDrawnAlone))
		return { state: 'hidden', problems };
	return { state: isSound && problems.length > 0 ? 'degraded' : state, problems };
}

function baseState(context: ReadContext, memory: PageMemory, findings: Findings): ReaderState {
	const { list, open } = findings;
	const isWaiting = context.now - context.openedAt < loadingMs;
	if (!list && (memory.hasSeenList || isBehindDialog(context, findings))) return 'covered';
	if (list?.isSearch) return 'covered';
	if (list && list.rows.length > 0) {
		memory.barrenPasses = 0;
		return 'reading';
	}
	// Places of messages that are not drawn are no changed layout.
	if (!list && (hasMessages(open) || open?.isLastDrawnAlone)) return 'reading';
	memory.barrenPasses += 1;
	const isConfirmed = memory.barrenPasses >= confirmations;
	if (list && isEmptyAccount(list, findings)) return isConfirmed ? 'reading' : 'loading';
	if (isConfirmed && !isWaiting) return hasMessages(open) ? 'degraded' : 'layout-changed';
	return isWaiting && !list?.hasContent ? 'loading' : 'degraded';
}

/** A page that was never seen without what stands before it; an open chat beside it can be read. */
function isBehindDialog({ document }: ReadContext, { open }: Findings): boolean {
	return !hasMessages(open) && document.querySelector(selectors.frameDialog) !== null;
}

function hasMessages(open: OpenThread | null): boolean {
	return open?.days.some(({ bubbles }) => bubbles.length > 0) ?? false;
}

function isEmptyAccount(list: ListReading, { database }: Findings): boolean {
	return list.unreadableRows === 0 && (list.rowCount === 0 || database.chats?.length === 0);
}

/** The report's sanity checks, as machine words. */
function* faults(findings: Findings, memory: PageMemory): Generator<string> {
	const { list, open, persons, database } = findings;
	const rows = list?.rows.length ?? 0;
	const all = rows + (list?.unreadableRows ?? 0);
	if (list && all >= 2 && rows < all * 0.8) yield 'titles-unreadable';
	if (rows >= fewest && findings.timedRows < rows * 0.5) yield 'times-unreadable';
	if (database.chats && rows >= fewest && findings.linkedRows < rows * 0.7) {
		yield 'rows-unlinked';
	}
	if (memory.account !== null && !database.chats) {
		yield database.problem ?? 'database-missing';
	}
	const stamps = open?.days.flatMap(({ bubbles }) => bubbles).filter(({ stamp }) => stamp) ?? [];
	if (stamps.length >= fewest && findings.unreadStamps > stamps.length * 0.05) {
		yield 'stamps-unreadable';
	}
	const sideless = persons.filter(({ side }) => side === 'unknown').length;
	if (persons.length >= fewest && sideless > persons.length * 0.1) {
		yield 'sides-unknown';
	}
}
