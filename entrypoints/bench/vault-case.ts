/** What a lock takes: of a store of its own with the whole corpus, and of the product's own pages. */
import { browser } from 'wxt/browser';
import { placeOf } from '@/lib/store/format';
import { readLockState } from '@/lib/store/methods';
import { openInbox, openStore } from '@/lib/store/open-store';
import { surroundingsOf } from '@/lib/store/place';
import { openJson, sealJson } from '@/lib/store/sealed-json';
import type { Snapshot } from '@/lib/store/snapshot';
import type { Store } from '@/lib/store/store';
import { unlockByPassphrase } from '@/lib/store/unlock';
import { takeKey, whileUnlocking } from '@/lib/unsealed/locking';
import { randomBytes } from '@/lib/vault/bytes';
import { createDeviceKey } from '@/lib/vault/device';
import { type Hasher, threadHasher } from '@/lib/vault/hasher';
import { deriveSealingKey } from '@/lib/vault/keys';
import { memorySession, sessionSecretKey } from '@/lib/vault/session-secret';
import { corpusNow } from './corpus';
import { cellFloor, onePutFloor } from './floors';
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

/** Another one in its place, beside what nothing can do without: one flushed put, and one cell overwritten. */
export async function changePassphrase(databaseName: string): Promise<Samples> {
	const store = await opened(databaseName);
	await store.view(corpusNow);
	passphrase = `${passphrase} again`;
	const { ms, kdf } = await besideHashing(() => store.methods.setPassphrase(passphrase));
	const floor = await onePutFloor('strict');
	const changeFloor = (await floor.put(1_024)) + (await cellFloor());
	await floor.close();
	return { change: ms, changeKdf: kdf, changeFloor };
}

/**
 * From the passphrase typed, on a page that shows the lock screen, to its list in memory. Beside
 * it what no order of waits takes away: two values of the same size decrypted and parsed.
 */
export async function unlockToList(databaseName: string): Promise<Samples> {
	session = memorySession();
	const place = surroundingsOf({ databaseName, session, hasher });
	// As the page that finds it locked does.
	await openInbox(place, corpusNow).then(
		() => Promise.reject(new Error('it is not locked')),
		() => readLockState(place),
	);
	let settled: Promise<void> | null = null;
	const { ms, kdf } = await besideHashing(async () => {
		const answer = await unlockByPassphrase(passphrase, place);
		if (!answer.unlocked) throw new Error(`not unlocked: ${answer.reason}`);
		settled = answer.settled;
		if (!answer.inbox?.view?.rows.length) throw new Error('an empty list');
	});
	await settled;
	const unlockFloor = await openingFloor(place.access.last());
	place.access.forget();
	return { unlock: ms, unlockKdf: kdf, unlockFloor };
}

async function openingFloor(snapshot: Snapshot | null): Promise<number> {
	if (!snapshot) throw new Error('nothing was opened');
	const { dir, view } = snapshot.base;
	const plain = [[...dir.chats], [[...view.previews], [...view.counts]]];
	const base = await createDeviceKey();
	const cell = randomBytes(32);
	const sealed = await Promise.all(
		plain.map(async (value) => sealJson(await deriveSealingKey(base, cell, cell), place, value)),
	);
	return timed(() =>
		Promise.all(
			sealed.map(async (value) => openJson(await deriveSealingKey(base, cell, cell), place, value)),
		),
	);
}
const place = placeOf('kv', 'floor');

const ownPassphrase = 'a lamp that hums at night';

/** Locks the product's own store. */
export async function setOwnPassphrase(): Promise<Samples> {
	await (await openStore()).methods.setPassphrase(ownPassphrase);
	return {};
}

/**
 * A view that shows its list is locked by another page and unlocked in it, then locked and
 * unlocked by that other page: until nothing of it is drawn any more, and from the key being
 * there until the list is. Beside one message to the worker and back.
 */
export async function lockAndUnlock(): Promise<Samples> {
	const view = open('/popup.html') as View | null;
	if (!view) throw new Error('The browser opened nothing.');
	while (!view.location.href.endsWith('/popup.html') || !view.document?.body) await soon();
	await becomes(view, () => isListed(view));
	// A reload would end this page too: the next one is due in a quarter of a minute.
	await browser.storage.local.set({ 'reloaded-at': Date.now() });

	const own = await lockIn(view);
	const keyAt = hearKey();
	typeIn(view, ownPassphrase);
	await becomes(view, () => isListed(view));
	const listAfterKey = performance.now() - (await keyAt);

	await lockIn(view);
	const elsewhereAt = hearKey();
	const answer = await whileUnlocking(
		() => unlockByPassphrase(ownPassphrase),
		({ unlocked }) => unlocked,
	);
	if (!answer.unlocked) throw new Error(`not unlocked: ${answer.reason}`);
	await becomes(view, () => isListed(view));
	const listElsewhere = performance.now() - (await elsewhereAt);
	view.close();
	return { ...own, listAfterKey, listElsewhere };
}

type View = Window & typeof globalThis;

const isListed = ({ document }: View): boolean =>
	document?.querySelector('button[data-unread]') !== null;

async function lockIn(view: View): Promise<{ lock: number; keyGone: number; roundTrip: number }> {
	await sendNothing();
	const roundTrip = await timed(sendNothing);
	const start = performance.now();
	const taken = takeKey('asked').then(() => performance.now() - start);
	await becomes(view, () => !isListed(view));
	const lock = performance.now() - start;
	const keyGone = await taken;
	await becomes(view, () => view.document.querySelector('[data-locked] input') !== null);
	// The worker takes its part of it in peace.
	await new Promise((resolve) => setTimeout(resolve, 500));
	return { lock, keyGone, roundTrip };
}

/** Types it into the lock screen's field and presses its button. */
function typeIn(view: View, passphrase: string): void {
	const field = view.document.querySelector<HTMLInputElement>('[data-locked] input');
	if (!field?.form) throw new Error('There is no field.');
	field.value = passphrase;
	field.dispatchEvent(new view.Event('input', { bubbles: true }));
	// Once it is drawn as typed.
	setTimeout(() => field.form?.requestSubmit());
}

/** When this page hears that the key is there. */
function hearKey(): Promise<number> {
	return new Promise((resolve) => {
		const hear = (changes: Record<string, { newValue?: unknown }>): void => {
			if (changes[sessionSecretKey]?.newValue === undefined) return;
			browser.storage.onChanged.removeListener(hear);
			resolve(performance.now());
		};
		browser.storage.onChanged.addListener(hear);
	});
}

/** Nobody answers it: it comes back at once. */
async function sendNothing(): Promise<void> {
	await browser.runtime.sendMessage({ protocol: 'bench' });
}

/** Resolves in the turn in which something becomes so in another page. */
function becomes(page: View, isSo: () => boolean): Promise<void> {
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
