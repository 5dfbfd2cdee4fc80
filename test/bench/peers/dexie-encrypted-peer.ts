/** dexie-encrypted: a layer in Dexie 3 that seals all fields but the indexed ones. */
import Dexie from 'dexie';
import { applyEncryptionMiddleware, clearAllTables, NON_INDEXED_FIELDS } from 'dexie-encrypted';
import { type Peer, type PeerMessage, timeOf } from './peer';

const name = 'dexie-encrypted';
const key = crypto.getRandomValues(new Uint8Array(32));

/**
 * Version 2.0.0 throws at any character from U+E000 to U+FFFF, which many emoji end in (its
 * UTF-8 encoder, 2026-11-23): it is given texts without them.
 */
const unencodable = /[\uE000-\uFFFF]/gu;

let database: Dexie | null = null;

async function open(): Promise<Dexie> {
	if (database) return database;
	database = new Dexie(name);
	applyEncryptionMiddleware(database, key, { rows: NON_INDEXED_FIELDS }, clearAllTables);
	database.version(1).stores({ rows: 'id, [chat+at]' });
	await database.open();
	return database;
}

async function close(): Promise<void> {
	database?.close();
	database = null;
}

export const dexieEncrypted: Peer = {
	async create() {
		await close();
		await Dexie.delete(name);
		await open();
	},
	async put(messages) {
		const rows = messages.map((message) => ({
			id: message.key,
			chat: message.chatKey,
			at: timeOf(message),
			body: { ...message, text: message.text?.replace(unencodable, '') ?? null },
		}));
		await (await open()).table('rows').bulkPut(rows);
	},
	async readTexts() {
		const rows: { body: PeerMessage }[] = await (await open()).table('rows').toArray();
		return rows.map(({ body }) => body.text ?? '');
	},
	close,
};
