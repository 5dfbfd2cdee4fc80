/**
 * A store to delete from, and an honest program that then tries to open what went: with
 * every row that ever was, the vault key, all cells that stand now and the code itself.
 */
import type { CellFile } from '@/lib/cells/cell-file';
import { openCells } from '@/lib/cells/open-cells';
import { dayMs, hourMs } from '@/lib/model';
import { placeOf } from '@/lib/store/format';
import { asBytes, asSealed } from '@/lib/store/kv';
import { openStore, openStoreAccess } from '@/lib/store/open-store';
import { rowKeyName } from '@/lib/store/row-key';
import type { Store } from '@/lib/store/store';
import { fromBase64url, toBase64url } from '@/lib/vault/base64url';
import { type Bytes, concatBytes } from '@/lib/vault/bytes';
import { open, type Place } from '@/lib/vault/seal';
import type { Vault } from '@/lib/vault/vault';
import { readRaw } from '../../test/store/raw-database';
import { noon, sampleChat, sampleMessage, samplePreview } from '../../test/store/samples';

export const words = {
	name: 'waldemar of the seven lamps',
	merged: 'the spare key is under the third flowerpot',
	recent: 'and the alarm code is quite short',
	preview: 'see you at the fountain at noon',
	kept: 'nothing happened to this one at all',
};

/** The cells that anything can hang on here: they are taken from the first on. */
const cellsTried = 20;

/** A sealed piece of a row, where it stood; base64url, so that it outlives this page. */
interface Piece {
	place: Place;
	sealed: string;
}

const edit = (key: string, changes: object) => ({
	messages: [{ chatKey: 'a', messages: [sampleMessage(key, hourMs, changes)] }],
});

const acts: Record<string, (store: Store) => Promise<unknown>> = {
	'a chat is deleted': (store) => store.put({ removedChats: ['a'] }),
	'a message is deleted': (store) => store.removeMessages('a', ['m1'], noon),
	'a message is edited': async (store) => {
		await store.put(edit('m1', { text: 'never mind' }));
		await store.merge();
	},
	'a message is unsent': async (store) => {
		await store.put(edit('m1', { text: null, kind: 'deleted', deleted: true }));
		await store.merge();
	},
	'a timer is shortened': async (store) => {
		await store.put({ chats: [sampleChat('a', { timer: 20 * 60_000, title: words.name })] });
		await store.expire(noon);
	},
	'everything is deleted': (store) => store.removeAll(),
};

export function openTrial(databaseName: string) {
	const cells = openCells(databaseName);
	const pieces = new Map<string, Piece>();
	const vaults: Vault[] = [];
	let opening: Promise<Store> | null = null;
	const store = (): Promise<Store> => {
		opening ??= openStore({ databaseName, cells });
		return opening;
	};

	async function takeRows(): Promise<void> {
		for (const { store: name, key, value } of await readRaw(databaseName)) {
			const bytes = asBytes(value);
			if (!bytes || name === 'due') continue;
			const rowKey = typeof key === 'string' ? key : rowKeyName(key as Bytes);
			for (const sealed of sealedIn(name, bytes)) {
				const piece = { place: placeOf(name as 'kv', rowKey), sealed: toBase64url(sealed) };
				pieces.set(piece.sealed, piece);
			}
		}
	}

	return {
		async fill(): Promise<void> {
			const say = async (key: string, text: string, chatKey: string): Promise<void> => {
				const messages = [sampleMessage(key, hourMs, { text })];
				await (await store()).put({ messages: [{ chatKey, messages }] });
				await takeRows();
			};
			await (await store()).put({
				chats: [
					sampleChat('a', { timer: dayMs, title: words.name }),
					sampleChat('b', { timer: 'off', network: 'instagram' }),
				],
			});
			await takeRows();
			await say('m1', words.merged, 'a');
			await say('n1', words.kept, 'b');
			const preview = samplePreview(hourMs, { text: words.preview });
			await (await store()).put({ previews: [{ chatKey: 'a', preview }] });
			await takeRows();
			await (await store()).merge();
			await takeRows();
			await say('m2', words.recent, 'a');
		},

		/** Keeps the vault key in hand, as one who had it written down. */
		async takeVault(): Promise<void> {
			const access = await openStoreAccess({ databaseName, cells });
			vaults.push(await access.read(async ({ snapshot }) => snapshot.base.vault));
		},

		async act(name: string): Promise<void> {
			await acts[name]?.(await store());
			await takeRows();
		},

		/** The words that can still be read in anything that opens. */
		async wordsLeft(): Promise<string[]> {
			const keys = (await Promise.all(vaults.map((vault) => keysOf(vault, cells)))).flat();
			const plain: string[] = [];
			for (const { place, sealed } of pieces.values()) {
				const bytes = fromBase64url(sealed);
				const opened = await Promise.all(
					keys.map((key) => open(key, place, bytes).catch(() => null)),
				);
				for (const one of opened) if (one) plain.push(new TextDecoder('latin1').decode(one));
			}
			const text = plain.join('\n');
			return Object.entries(words).flatMap(([name, word]) => (text.includes(word) ? [name] : []));
		},

		/** What a program that runs after a restart gets of this. */
		takenSoFar: (): Piece[] => [...pieces.values()],
		remember(taken: readonly Piece[]): void {
			for (const piece of taken) pieces.set(piece.sealed, piece);
		},
	};
}

/** Every key that the vault key and any cells that stand now could make. */
async function keysOf(vault: Vault, cells: CellFile): Promise<CryptoKey[]> {
	const refs = (await cells.refs()).slice(0, cellsTried);
	const secrets = (await cells.read(refs)).filter((secret) => secret !== null);
	return Promise.all(
		secrets.flatMap((one) => [
			vault.dirKey(one),
			vault.viewKey(one),
			...secrets.map((other) => vault.pageKey(one, other)),
		]),
	);
}

/** Header and body of a tail with one body; a row of `kv` without the reference before it. */
function sealedIn(store: string, bytes: Bytes): Bytes[] {
	if (store === 'page') return [bytes];
	if (store === 'kv') return [asSealed(bytes)?.sealed ?? concatBytes()];
	const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
	return [bytes.slice(4, end), bytes.slice(end)];
}
