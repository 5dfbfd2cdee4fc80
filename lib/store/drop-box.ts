import { openFromVault, sealToVault } from '@/lib/vault/box';
import { type Bytes, encodeText } from '@/lib/vault/bytes';
import { isDeviceKey } from '@/lib/vault/device';
import { readBoxPublicKey } from './box-key';
import { type BoxLabel, openLabel, sealLabel } from './box-label';
import { kvKeys, openDatabase } from './database';
import { effaceDayCells, readDayCells, takeDayCell } from './day-cells';
import { translated } from './failure';
import { placeOf } from './format';
import { asBytes } from './kv';
import type { StorePlace } from './place';
import type { Store } from './store';

const dayMs = 86_400_000;

/** What lies in the box, as anyone may know it. */
export interface BoxContents {
	records: number;
	bytes: number;
	/** No more is taken until somebody unlocks. */
	isFull: boolean;
}

/**
 * What comes while the vault is locked: sealed so that only the vault opens it, and only as
 * long as the cell of its day stands. Knows nothing of what it holds.
 */
export interface DropBox {
	/** `false` if there is no room, or no lock. Resolves when it is on disk. */
	put(content: Bytes, now: number): Promise<boolean>;
	contents(): Promise<BoxContents>;
	/**
	 * Effaces the days that ended longer ago than that, and removes what hung on them. Resolves
	 * with the days of which a record died so.
	 */
	efface(now: number, lifeMs: number): Promise<readonly number[]>;
	/**
	 * Hands out all that waits, the oldest first, and removes each once it is taken; then the
	 * days are effaced. Resolves with the days of which a record had died before.
	 */
	empty(store: Store, take: (content: Bytes) => Promise<void>): Promise<readonly number[]>;
}

/** As much as waits at most. */
const mostBytes = 64 * 1_024 * 1_024;

export function openDropBox(place: StorePlace = {}, limit = mostBytes): DropBox {
	const { databaseName = 'stube' } = place;
	const connection = openDatabase(databaseName).connection('relaxed');
	/** Read once: this is the only one who changes it. */
	let known: BoxLabel[] | null = null;

	async function labels(): Promise<BoxLabel[]> {
		if (known) return known;
		const [deviceKey, keys] = await Promise.all([
			connection.kv.get(kvKeys.deviceKey),
			connection.box.toCollection().primaryKeys(),
		]);
		if (!isDeviceKey(deviceKey)) return [];
		const opened = await Promise.all(keys.map((key) => openLabel(deviceKey, new Uint8Array(key))));
		known = opened.filter((label) => label !== null).sort((a, b) => a.sequence - b.sequence);
		return known;
	}

	async function remove(gone: readonly BoxLabel[]): Promise<void> {
		if (gone.length === 0) return;
		await connection.box.bulkDelete(gone.map(({ key }) => key));
		const names = new Set(gone);
		known = known?.filter((label) => !names.has(label)) ?? null;
	}

	async function contents(): Promise<BoxContents> {
		const all = await labels();
		const bytes = all.reduce((sum, { size }) => sum + size, 0);
		return { records: all.length, bytes, isFull: bytes >= limit };
	}

	/** Records whose day stands no more are removed. Resolves with their days. */
	async function removeDead(days: ReadonlySet<number>): Promise<readonly number[]> {
		const dead = (await labels()).filter(({ day }) => !days.has(day));
		await remove(dead);
		return [...new Set(dead.map(({ day }) => day))];
	}

	async function standingDays() {
		const cells = await readDayCells(place);
		return new Map(cells.flatMap(({ day, secret }) => (secret ? [[day, secret] as const] : [])));
	}

	return {
		contents: () => translated(contents),
		put: (content, now) =>
			translated(async () => {
				const [publicKey, deviceKey, { isFull }, all] = await Promise.all([
					readBoxPublicKey(place),
					connection.kv.get(kvKeys.deviceKey),
					contents(),
					labels(),
				]);
				if (!publicKey || !isDeviceKey(deviceKey) || isFull) return false;
				const day = Math.floor(now / dayMs);
				const { secret } = await takeDayCell(day, place);
				const sealed = await sealToVault(
					publicKey,
					{ psk: secret, pskId: pskIdOf(day) },
					recordPlace,
					content,
				);
				const label = { day, sequence: (all.at(-1)?.sequence ?? 0) + 1, size: sealed.length };
				const key = await sealLabel(deviceKey, label);
				await connection.box.put(sealed, key);
				known = [...all, { ...label, key }];
				return true;
			}),
		efface: (now, lifeMs) =>
			translated(async () => {
				const days = await standingDays();
				const ended = [...days.keys()].filter((day) => (day + 1) * dayMs + lifeMs <= now);
				if (ended.length > 0) await effaceDayCells(ended, place);
				for (const day of ended) days.delete(day);
				return removeDead(new Set(days.keys()));
			}),
		empty: (store, take) =>
			translated(async () => {
				// Another worker may have put something in before this one was started.
				known = null;
				const [days, privateKey] = await Promise.all([standingDays(), store.boxPrivateKey()]);
				const died = new Set(await removeDead(new Set(days.keys())));
				for (const label of await labels()) {
					const psk = days.get(label.day);
					const sealed = asBytes(await connection.box.get(label.key));
					const content =
						psk &&
						sealed &&
						privateKey &&
						(await openFromVault(
							privateKey,
							{ psk, pskId: pskIdOf(label.day) },
							recordPlace,
							sealed,
						).catch(() => null));
					if (content) await take(content);
					else died.add(label.day);
					await remove([label]);
				}
				if (days.size > 0) await effaceDayCells([...days.keys()], place);
				return [...died];
			}),
	};
}

const recordPlace = placeOf('box', 'record');

function pskIdOf(day: number): Bytes {
	return encodeText(`day|${day}`);
}
