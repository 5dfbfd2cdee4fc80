/** RxDB on its Dexie storage with the encryption that it gives away. */
import { createRxDatabase, type Documents, type OpenDatabase } from 'rxdb';
import { wrappedKeyEncryptionCryptoJsStorage } from 'rxdb/plugins/encryption-crypto-js';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { type Peer, type PeerMessage, timeOf } from './peer';

interface Row {
	id: string;
	chat: string;
	at: number;
	body: PeerMessage;
}

const schema = {
	version: 0,
	primaryKey: 'id',
	type: 'object',
	properties: {
		id: { type: 'string', maxLength: 40 },
		chat: { type: 'string', maxLength: 40 },
		at: { type: 'number', minimum: 0, maximum: 8.64e15, multipleOf: 1 },
		body: { type: 'object' },
	},
	required: ['id', 'chat', 'at', 'body'],
	indexes: [['chat', 'at']],
	encrypted: ['body'],
};

const password = 'a long password for the benchmark';
let database: OpenDatabase | null = null;
let rows: Documents<Row> | null = null;

async function open(): Promise<Documents<Row>> {
	if (rows) return rows;
	database = await createRxDatabase({
		name: 'rxdb-peer',
		storage: wrappedKeyEncryptionCryptoJsStorage({ storage: getRxStorageDexie() }),
		password,
		multiInstance: false,
	});
	const collections = await database.addCollections({ rows: { schema } });
	rows = collections.rows as unknown as Documents<Row>;
	return rows;
}

async function close(): Promise<void> {
	await database?.close();
	database = null;
	rows = null;
}

export const rxdb: Peer = {
	async create() {
		await open();
		await database?.remove();
		database = null;
		rows = null;
		await open();
	},
	async put(messages) {
		const { error } = await (await open()).bulkInsert(
			messages.map((message) => ({
				id: message.key,
				chat: message.chatKey,
				at: timeOf(message),
				body: message,
			})),
		);
		if (error.length > 0) throw new Error(`RxDB refused ${error.length} rows.`);
	},
	async readTexts() {
		const found = await (await open()).find().exec();
		return found.map((row) => row.toJSON().body.text ?? '');
	},
	close,
};
