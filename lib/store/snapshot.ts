import { createVault, openVault, type Vault } from '@/lib/vault/vault';
import { found } from './commit';
import { type Database, kvKeys } from './database';
import { type Dir, emptyDir, openDir } from './dir';
import { readable } from './failure';
import { placeOf } from './format';
import { type KvRows, readCommit, readKv } from './kv';
import { rebuildView } from './rebuild';
import { emptyView, openView, type View } from './view';

/** Everything but the messages, as one commit left it. */
export interface Snapshot {
	/** Name of that commit. */
	commit: string;
	vault: Vault;
	dir: Dir;
	view: View;
	/** Rows that the view had to leave out when it was rebuilt; `null` if it was read. */
	strays: readonly string[] | null;
}

export interface Snapshots {
	/** What is stored now, opened anew only if there was a commit since. Founds an empty store. */
	current(): Promise<Snapshot>;
	/** The last one that was opened or written here. */
	last(): Snapshot | null;
	remember(snapshot: Snapshot): void;
}

const identityPlace = placeOf('kv', kvKeys.identity);

export function followSnapshots(database: Database): Snapshots {
	let last: Snapshot | null = null;
	return {
		async current() {
			for (;;) {
				const snapshot = await refresh(database, last);
				if (snapshot === null) continue;
				last = snapshot;
				return snapshot;
			}
		},
		last: () => last,
		remember(snapshot) {
			last = snapshot;
		},
	};
}

/** `null` if another commit came in between: what was read may not fit together. */
async function refresh(database: Database, known: Snapshot | null): Promise<Snapshot | null> {
	const connection = database.connection();
	const rows = await connection.transaction('r', connection.kv, async () =>
		known && (await readCommit(connection)) === known.commit ? 'known' : readKv(connection),
	);
	if (rows === 'known') return known;
	if (rows !== null) return openRows(database, rows, known?.vault ?? null);
	const vault = await createVault(identityPlace);
	return found(database, { vault, dir: emptyDir, view: emptyView, durability: 'strict' });
}

async function openRows(
	database: Database,
	rows: KvRows,
	known: Vault | null,
): Promise<Snapshot | null> {
	const { vault, dir } = await readable(async () => {
		const vault =
			known && isSame(known.rows.envelope, rows.vault.envelope)
				? known
				: await openVault(rows.vault, identityPlace);
		return { vault, dir: await openDir(vault, rows.dir) };
	});
	const view = rows.view && (await openView(vault, rows.view).catch(() => null));
	if (view) return { commit: rows.commit, vault, dir, view, strays: null };
	const rebuilt = await rebuildView(database, rows.commit, vault, dir);
	return rebuilt && { commit: rows.commit, vault, dir, ...rebuilt };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
