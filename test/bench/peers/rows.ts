/** One Dexie row per message: plain, or each sealed by a call of its own. */
import type { Table } from 'dexie';
import Dexie from 'dexie-4';
import { type Peer, type PeerMessage, timeOf } from './peer';

const indexes = 'id, [chat+at]';

interface Row<Body> {
	id: string;
	chat: string;
	at: number;
	body: Body;
}

interface Form<Body> {
	name: string;
	write(message: PeerMessage): Promise<Body> | Body;
	read(body: Body): Promise<PeerMessage> | PeerMessage;
}

function rowsPeer<Body>({ name, write, read }: Form<Body>): Peer {
	let database: Dexie | null = null;
	const open = async (): Promise<Table<Row<Body>, string>> => {
		database ??= new Dexie(name);
		if (!database.isOpen()) {
			database.version(1).stores({ rows: indexes });
			await database.open();
		}
		return database.table('rows');
	};
	const close = async (): Promise<void> => {
		database?.close();
		database = null;
	};
	return {
		async create() {
			await close();
			await Dexie.delete(name);
			await open();
		},
		async put(messages) {
			const rows = messages.map(async (message) => ({
				id: message.key,
				chat: message.chatKey,
				at: timeOf(message),
				body: await write(message),
			}));
			const table = await open();
			await table.bulkPut(await Promise.all(rows));
		},
		async readTexts() {
			const rows = await (await open()).toArray();
			const messages = await Promise.all(rows.map(({ body }) => read(body)));
			return messages.map(({ text }) => text ?? '');
		},
		close,
	};
}

export const plainRows = rowsPeer<PeerMessage>({
	name: 'plain-rows',
	write: (message) => message,
	read: (message) => message,
});

const key = crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
	'encrypt',
	'decrypt',
]);

export const encryptedRows = rowsPeer<Uint8Array<ArrayBuffer>>({
	name: 'encrypted-rows',
	async write(message) {
		const iv = crypto.getRandomValues(new Uint8Array(12));
		const plain = new TextEncoder().encode(JSON.stringify(message));
		const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key, plain);
		const body = new Uint8Array(iv.length + sealed.byteLength);
		body.set(iv);
		body.set(new Uint8Array(sealed), iv.length);
		return body;
	},
	async read(body) {
		const iv = body.subarray(0, 12);
		const plain = await crypto.subtle.decrypt(
			{ name: 'AES-GCM', iv },
			await key,
			body.subarray(12),
		);
		return JSON.parse(new TextDecoder().decode(plain));
	},
});
