/**
 * The page's own database, `model-storage`, as far as it was seen in 2026: stores with
 * the in-line key `id`. It is written a little after the page shows a change.
 */
import { hashText } from '../random';
import { lastActivity, personOf, type Stage, type StageChat } from '../stage';
import { phoneOf } from './ids';

const stores = ['chat', 'contact', 'group-metadata'] as const;
const lagMs = 250;

let opened: Promise<IDBDatabase> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A page that is loaded anew has nothing left to write. */
export function stopSaving(): void {
	clearTimeout(timer);
}

/** Writes the stage as it is a little later. Changes in between are written once. */
export function saveLater(stage: Stage): void {
	if (typeof indexedDB === 'undefined') return;
	clearTimeout(timer);
	timer = setTimeout(() => void save(stage), lagMs);
}

async function save(stage: Stage): Promise<void> {
	opened ??= open();
	const database = await opened;
	const transaction = database.transaction(stores, 'readwrite');
	for (const store of stores) transaction.objectStore(store).clear();
	// Signing out empties the page's storage (guess).
	for (const chat of stage.signedOut ? [] : stage.chats) write(transaction, stage, chat);
	await new Promise<void>((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onerror = () => reject(transaction.error);
	});
}

function write(transaction: IDBTransaction, stage: Stage, chat: StageChat): void {
	const { nativeId, isGroup } = chat;
	transaction.objectStore('chat').put({
		id: nativeId,
		t: Math.floor(lastActivity(chat) / 1_000),
		unreadCount: chat.unread === true ? -1 : (chat.unread ?? 0),
		muteExpiration: chat.muted ? -1 : 0,
		pin: chat.pinned ? 1_780_000_000 + (hashText(chat.id) % 1_000_000) : 0,
		// Absent, not false, since 2023-06.
		...(chat.archived && { archive: true }),
		...(isGroup && { name: chat.name }),
	});
	if (isGroup) {
		const participants = chat.personIds.map((id) => ({ id: personOf(stage, id).name }));
		transaction
			.objectStore('group-metadata')
			.put({ id: nativeId, subject: chat.name, participants });
		return;
	}
	const contacts = transaction.objectStore('contact');
	const name = { name: chat.name, shortName: chat.name.split(' ')[0], pushname: chat.name };
	if (!nativeId.endsWith('@lid')) {
		contacts.put({ id: nativeId, ...name });
		return;
	}
	// A private id leads to the phone number, and only that contact has the saved name.
	contacts.put({ id: nativeId, phoneNumber: phoneOf(nativeId), pushname: chat.name });
	contacts.put({ id: phoneOf(nativeId), ...name });
}

function open(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open('model-storage', 150);
		request.onupgradeneeded = () => {
			for (const store of stores) request.result.createObjectStore(store, { keyPath: 'id' });
		};
		request.onerror = () => reject(request.error);
		request.onsuccess = () => {
			const database = request.result;
			database.onversionchange = () => {
				database.close();
				opened = null;
			};
			resolve(database);
		};
	});
}
