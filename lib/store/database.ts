import Dexie, { type Table } from 'dexie';
import type { Bytes } from '@/lib/vault/bytes';

/** The rows of `kv`. All but `format` and `commit` are keys or sealed. */
export const kvKeys = {
	/** The version number of the stored format. */
	format: 'format',
	/** 16 random bytes, new with every commit, and 16 that are new when more than tails changed. */
	commit: 'commit',
	deviceKey: 'device-key',
	/** Where nothing has to be typed; else `envelopes`. */
	deviceEnvelope: 'device-envelope',
	/** In clear but for V in each of them; see `envelopes.ts`. */
	envelopes: 'envelopes',
	/** Beside `envelopes`: what the drop box is sealed to, and its other half sealed under V. */
	boxKey: 'box-key',
	/** In clear: the cells of days, of which anyone may know. */
	dayCells: 'day-cells',
	/** In clear: how often in a row what was typed was wrong. */
	tries: 'tries',
	/** Only after the vault key was replaced. */
	identity: 'identity',
	dir: 'dir',
	view: 'view',
} as const;

/** What cannot be made again from anything else has a second copy, see `twice`. */
export function copyName(rowKey: string): string {
	return `${rowKey}-copy`;
}

/** The row and its copy: a bit that flips on the disk costs neither the names nor all pages. */
export function twice(rowKey: string, row: Bytes): [string, Bytes][] {
	return [
		[rowKey, row],
		[copyName(rowKey), row],
	];
}

/** `relaxed` leaves the flush to the system; `strict` flushes before it resolves. */
export type Durability = 'relaxed' | 'strict';

/** One connection. Nothing in a key or beside a sealed value says what it is about. */
export interface Connection extends Dexie {
	kv: Table<unknown, string>;
	/** What commits added since the last merge, keyed by 16 random bytes; see `tail.ts`. */
	tail: Table<Bytes, Bytes>;
	/** Keyed by 8 random bytes of the bucket and 8 of its own; see `page.ts`. */
	page: Table<Bytes, Bytes>;
	/** Keyed by a bucket's end in minutes since 1970; see `due-rows.ts`. */
	due: Table<Bytes, number>;
	/** What came while locked, keyed by sealed labels; see `drop-box.ts`. */
	box: Table<Bytes, Bytes>;
}

export interface Database {
	/** Dexie knows durability by connection, so each has its own; the strict one opens on demand. */
	connection(durability?: Durability): Connection;
	/** For those that borrowed it; live queries of others go on. */
	close(): void;
	/** What lies below Dexie, opened by it. */
	backend(): Promise<IDBDatabase>;
}

export function openDatabase(name: string): Database {
	const connections = new Map<Durability, Connection>();

	function connection(durability: Durability = 'relaxed'): Connection {
		const known = connections.get(durability);
		if (known) return known;
		const opened = connect(name, durability);
		connections.set(durability, opened);
		return opened;
	}

	return {
		connection,
		close() {
			for (const opened of connections.values()) opened.close();
			connections.clear();
		},
		async backend() {
			const opened = connection();
			if (!opened.isOpen()) await opened.open();
			return opened.backendDB();
		},
	};
}

function connect(name: string, durability: Durability): Connection {
	const connection = new Dexie(name, {
		chromeTransactionDurability: durability,
		cache: 'disabled',
	}) as Connection;
	connection.version(1).stores({ kv: '', tail: '' });
	connection.version(2).stores({ kv: '', tail: '', page: '', due: '' });
	connection.version(3).stores({ kv: '', tail: '', page: '', due: '', box: '' });
	return connection;
}
