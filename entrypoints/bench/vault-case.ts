/** What a lock takes: of a store of its own with the whole corpus, and of the product's own pages. */
import { browser } from 'wxt/browser';
import { openStore } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';
import { unlockByPassphrase } from '@/lib/store/unlock';
import { takeKey, whileUnlocking } from '@/lib/unsealed/locking';
import { type Hasher, threadHasher } from '@/lib/vault/hasher';
import { memorySession } from '@/lib/vault/session-secret';
import { corpusNow } from './corpus';
import { type Samples, timed } from './samples';

let hashedMs = 0;
/** The one that ships, with what it takes told apart. */
const hasher: Hasher = async (passphrase, parameters) => {
	const start = performance.now();
	const hashed = await threadHasher(passphrase, parameters);
	hashedMs += performance.now() - start;
	return hashed;
};

let session = memorySession();
let passphrase = '';

/** How long a job took beside the hashing that it waited for, and that hashing. */
async function besideHashing(job: () => Promise<unknown>): Promise<{ ms: number; kdf: number }> {
	hashedMs = 0;
	const ms = await timed(job);
	return { ms: ms - hashedMs, kdf: hashedMs };
}

function opened(databaseName: string): Promise<Store> {
	return openStore({ databaseName, session, hasher });
}

/** A first passphrase, which seals everything anew, on a store that opens by itself. */
export async function firstPassphrase(databaseName: string): Promise<Samples> {
	session = memorySession();
	passphrase = 'seven geese on a frozen canal';
	const store = await opened(databaseName);
	await store.view(corpusNow);
	const { ms, kdf } = await besideHashing(() => store.methods.setPassphrase(passphrase));
	return { firstSet: ms, firstSetKdf: kdf };
}

/** Another one in its place. */
export async function changePassphrase(databaseName: string): Promise<Samples> {
	const store = await opened(databaseName);
	await store.view(corpusNow);
	passphrase = `${passphrase} again`;
	const { ms, kdf } = await besideHashing(() => store.methods.setPassphrase(passphrase));
	return { change: ms, changeKdf: kdf };
}

/** From the passphrase typed, on a page that has nothing, to its list in memory. */
export async function unlockToList(databaseName: string): Promise<Samples> {
	session = memorySession();
	let settled: Promise<void> | null = null;
	const { ms, kdf } = await besideHashing(async () => {
		const answer = await unlockByPassphrase(passphrase, { databaseName, session, hasher });
		if (!answer.unlocked) throw new Error(`not unlocked: ${answer.reason}`);
		settled = answer.settled;
		const { rows } = await (await opened(databaseName)).view(corpusNow);
		if (rows.length === 0) throw new Error('an empty list');
	});
	await settled;
	return { unlock: ms, unlockKdf: kdf };
}

const ownPassphrase = 'a lamp that hums at night';

/** Locks the product's own store. */
export async function setOwnPassphrase(): Promise<Samples> {
	await (await openStore()).methods.setPassphrase(ownPassphrase);
	return {};
}

/**
 * A full tab that shows its list is locked by another page, and unlocked again: until nothing
 * of it is drawn any more, and from the key being there until the list is. Beside one message
 * to the worker and back.
 */
export async function lockAndUnlock(): Promise<Samples> {
	const tab = open('/inbox.html') as (Window & typeof globalThis) | null;
	if (!tab) throw new Error('The browser opened nothing.');
	const isListed = (): boolean => tab.document?.querySelector('button[data-unread]') !== null;
	while (!tab.location.href.endsWith('/inbox.html') || !tab.document?.body) await soon();
	await becomes(tab, isListed);
	// A reload would end this page too: the next one is due in a quarter of a minute.
	await browser.storage.local.set({ 'reloaded-at': Date.now() });

	await sendNothing();
	const roundTrip = await timed(sendNothing);
	const lock = await timed(() => Promise.all([takeKey('asked'), becomes(tab, () => !isListed())]));
	// The worker takes its part of it in peace, and the lock screen is there.
	await new Promise((resolve) => setTimeout(resolve, 500));
	let keyAt = 0;
	await whileUnlocking(
		async () => {
			const answer = await unlockByPassphrase(ownPassphrase);
			keyAt = performance.now();
			return answer;
		},
		({ unlocked }) => unlocked,
	);
	await becomes(tab, isListed);
	const listAfterKey = performance.now() - keyAt;
	tab.close();
	return { lock, roundTrip, listAfterKey };
}

/** Nobody answers it: it comes back at once. */
async function sendNothing(): Promise<void> {
	await browser.runtime.sendMessage({ protocol: 'bench' });
}

/** Resolves in the turn in which something becomes so in another page. */
function becomes(page: Window & typeof globalThis, isSo: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const look = (): void => {
			if (!isSo()) return;
			observer.disconnect();
			resolve();
		};
		const observer = new page.MutationObserver(look);
		observer.observe(page.document, { childList: true, subtree: true });
		look();
	});
}

/** No timer: those of a page that is not in front ring once a second. */
function soon(): Promise<unknown> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = resolve;
		port2.postMessage(null);
	});
}
