/**
 * Somebody who has every file of a profile and knows this program as well as we do: takes
 * whatever stands in them in clear for a key, in every way in which a key is used here. Runs
 * in memory and, from a page of the extension, in real browsers.
 */
import type { CellRef } from '@/lib/cells/cell-file';
import { boxKeyRows, decodeBoxKeys } from '@/lib/store/box-key';
import { readRef, refName } from '@/lib/store/cell-ref';
import { copyName, kvKeys } from '@/lib/store/database';
import { dayCellsIn } from '@/lib/store/day-cell';
import { decodeEnvelopes, envelopeRows } from '@/lib/store/envelopes';
import { placeOf } from '@/lib/store/format';
import { asBytes, asSealed } from '@/lib/store/kv';
import { fromBase64url } from '@/lib/vault/base64url';
import { openBoxPrivateKey, openFromVault } from '@/lib/vault/box';
import { type Bytes, encodeText } from '@/lib/vault/bytes';
import { isDeviceKey } from '@/lib/vault/device';
import { importEnvelopeKey, openEnvelope } from '@/lib/vault/envelope';
import type { Hasher } from '@/lib/vault/hasher';
import {
	type CellSecret,
	deriveBoxCarrierKey,
	deriveDirKey,
	deriveDueKey,
	deriveSealingKey,
	deriveViewKey,
} from '@/lib/vault/keys';
import { type Method, openForMethod } from '@/lib/vault/methods';
import { readRecoveryCode } from '@/lib/vault/recovery-code';
import { open, type Place } from '@/lib/vault/seal';
import { importVaultKey, secretOf, type VaultSecret } from '@/lib/vault/secret';
import type { RawRow } from './raw-database';

/** What lies in the profile. */
export interface Loot {
	/** Those of now, and whatever older ones the database's files still hold. */
	rows: readonly RawRow[];
	/** Every cell as it stands now. */
	cells: readonly { ref: CellRef; secret: CellSecret }[];
}

/** What somebody knows who did not get it from the profile. */
export interface Known {
	passphrases?: readonly string[];
	codes?: readonly string[];
	/** What an authenticator answered, as base64url. */
	passkeyAnswers?: readonly string[];
}

export interface Gains {
	/** Vault keys that an envelope gave up. */
	secrets: VaultSecret[];
	/** What was opened besides, by the name of its row or of its table. */
	opened: string[];
	/** How many keys were tried, so that a try that tries nothing is seen. */
	tries: number;
}

export async function attack({ rows, cells }: Loot, known: Known, hasher: Hasher): Promise<Gains> {
	const opened = new Set<string>();
	const secrets = new Set<VaultSecret>();
	let tries = 0;
	const attempt = async <T>(job: Promise<T>): Promise<T | null> => {
		tries += 1;
		return job.catch(() => null);
	};
	const cellOf = new Map(cells.map(({ ref, secret }) => [refName(ref), secret]));
	// The first are those that were ever used; a pool of fresh ones follows.
	const used = cells.slice(0, 24).map(({ secret }) => secret);
	const pieces = distinct(piecesOf(rows, used), (piece) => piece);
	const deviceKeys = rows.map(({ value }) => value).filter(isDeviceKey);

	// Keys for envelopes: what is in clear, for its own cell; what is known, for any.
	const guessed = await Promise.all(pieces.map((piece) => importEnvelopeKey(piece.slice())));
	const strong = [
		...deviceKeys,
		...(await Promise.all(
			[
				...(known.codes ?? []).map(readRecoveryCode),
				...(known.passkeyAnswers ?? []).map(fromBase64url),
			].flatMap((material) => (material ? [importEnvelopeKey(material)] : [])),
		)),
	];

	for (const envelope of distinct(envelopesIn(rows), ({ sealed }) => sealed)) {
		const typed = await hashesFor(envelope.method, known, hasher);
		const own = cellOf.get(refName(envelope.cell));
		const pairs = [
			...guessed.flatMap((key) => (own ? [[key, own] as const] : [])),
			...[...strong, ...typed].flatMap((key) =>
				[...used, ...(own ? [own] : [])].map((cell) => [key, cell] as const),
			),
		];
		const found = await Promise.all(
			pairs.map(([key, cell]) => attempt(openOne(envelope, key, cell))),
		);
		for (const secret of found) if (secret) secrets.add(secret);
	}

	// Keys that might be V itself.
	const vaultKeys = [
		...guessed,
		...deviceKeys,
		...(await Promise.all([...secrets].map(importVaultKey))),
	];
	const sealed = distinct(rows.flatMap(sealedIn), ({ bytes }) => bytes);
	for (const key of vaultKeys) {
		await Promise.all(
			sealed.map(async ({ name, place, ref, bytes, derive }) => {
				const cell = ref === null ? new Uint8Array(0) : cellOf.get(refName(ref));
				if (!cell || opened.has(name)) return;
				const content = await attempt(derive(key, cell).then((one) => open(one, place, bytes)));
				if (content !== null) opened.add(name);
			}),
		);
	}

	const boxKey = rows.map((row) => (row.key === kvKeys.boxKey ? asBytes(row.value) : null));
	const [carried] = boxKey.filter((row) => row !== null);
	if (carried) {
		const carriers = await Promise.all(vaultKeys.map(deriveBoxCarrierKey));
		const place = placeOf('kv', kvKeys.boxKey);
		const privateKeys = await Promise.all(
			carriers.map((carrier) => attempt(openBoxPrivateKey(carrier, place, decodeBoxKeys(carried)))),
		);
		const days = rows.flatMap(({ key, value }) =>
			key === kvKeys.dayCells ? dayCellsIn(value) : [],
		);
		for (const { store, value } of rows) {
			const record = store === 'box' ? asBytes(value) : null;
			if (!record) continue;
			for (const privateKey of privateKeys.filter((key) => key !== null)) {
				for (const { day, ref } of days) {
					const psk = cellOf.get(refName(ref));
					if (!psk) continue;
					const content = await attempt(
						openFromVault(
							privateKey,
							{ psk, pskId: encodeText(`day|${day}`) },
							placeOf('box', 'record'),
							record,
						),
					);
					if (content) opened.add('box');
				}
			}
		}
	}
	return { secrets: [...secrets], opened: [...opened].sort(), tries };
}

interface FoundEnvelope {
	/** `null` for the one that the device opens by itself. */
	method: Method | null;
	cell: CellRef;
	sealed: string | Bytes;
}

function envelopesIn(rows: readonly RawRow[]): FoundEnvelope[] {
	return rows.flatMap(({ key, value }): FoundEnvelope[] => {
		if (key === kvKeys.deviceEnvelope || key === copyName(kvKeys.deviceEnvelope)) {
			const found = asSealed(value);
			return found ? [{ method: null, cell: found.ref, sealed: found.sealed }] : [];
		}
		if (!envelopeRows.some((name) => name === key)) return [];
		return [...(decodeEnvelopes(value)?.methods ?? [])];
	});
}

async function openOne(
	{ method, sealed }: FoundEnvelope,
	key: CryptoKey,
	cell: CellSecret,
): Promise<VaultSecret | null> {
	if (method === null || typeof sealed !== 'string')
		return secretOf(await openEnvelope(key, cell, 'device', sealed as Bytes));
	return openForMethod(method, key, cell, sealed);
}

async function hashesFor(
	method: Method | null,
	{ passphrases = [] }: Known,
	hasher: Hasher,
): Promise<CryptoKey[]> {
	if (method?.kind !== 'passphrase') return [];
	const hashed = await Promise.all(passphrases.map((one) => hasher(one, method.argon2)));
	return Promise.all(hashed.map(({ hash }) => importEnvelopeKey(hash)));
}

const latin1 = new TextDecoder('latin1');

/** Whatever might be a key: all that is short and in clear, cells among it. */
function piecesOf(rows: readonly RawRow[], cells: readonly CellSecret[]): Bytes[] {
	const ofRows = rows.flatMap(({ key, value }) => {
		const bytes = asBytes(value);
		const text = bytes && bytes.length < 8_192 ? latin1.decode(bytes) : '';
		const tokens = [...text.matchAll(/"([\w-]{11,})"/gu)].map(([, token = '']) => token);
		return [
			...(key instanceof Uint8Array ? [new Uint8Array(key)] : []),
			...(bytes && bytes.length <= 128 ? windowsOf(bytes) : []),
			...tokens.map(fromBase64urlOrNothing),
		];
	});
	const constants = [new Uint8Array(32), ...['stube', 'device', 'vault'].map(encodeText)];
	return [...constants, ...cells, ...ofRows].filter(({ length }) => length > 0);
}

/** The whole, and every half of it that is as long as a key. */
function windowsOf(bytes: Bytes): Bytes[] {
	const starts = [0, 8, 16, 32].filter((start) => start + 32 <= bytes.length);
	return [bytes, ...starts.map((start) => bytes.slice(start, start + 32))];
}

function fromBase64urlOrNothing(token: string): Bytes {
	try {
		return fromBase64url(token);
	} catch {
		// No base64: its letters, then.
		return encodeText(token);
	}
}

interface Sealed {
	name: string;
	place: Place;
	/** `null` where it hangs on no cell. */
	ref: CellRef | null;
	bytes: Bytes;
	/** As the program makes its key. */
	derive: (key: CryptoKey, cell: CellSecret) => Promise<CryptoKey>;
}

const inClear: readonly unknown[] = [
	kvKeys.format,
	kvKeys.commit,
	kvKeys.deviceKey,
	kvKeys.deviceEnvelope,
	copyName(kvKeys.deviceEnvelope),
	...boxKeyRows,
	kvKeys.dayCells,
	kvKeys.tries,
	...envelopeRows,
];

function sealedIn({ store, key, value }: RawRow): Sealed[] {
	const bytes = asBytes(value);
	const derive = (one: CryptoKey) => deriveDueKey(one);
	if (store === 'due' && bytes)
		return [{ name: store, place: placeOf('due', String(key)), ref: null, bytes, derive }];
	if (store === 'box' && key instanceof Uint8Array) {
		const place = placeOf('box', 'label');
		return [{ name: 'box label', place, ref: null, bytes: new Uint8Array(key), derive }];
	}
	if (store !== 'kv' || typeof key !== 'string' || inClear.includes(key) || !bytes) return [];
	const name = key.replace(new RegExp(`${copyName('')}$`, 'u'), '');
	const place = placeOf('kv', name);
	if (name === kvKeys.identity) {
		const carrier = encodeText('id carrier');
		return [
			{
				name,
				place,
				ref: null,
				bytes,
				derive: (one, cell) => deriveSealingKey(one, cell, carrier),
			},
		];
	}
	return [
		{
			name,
			place,
			ref: readRef(bytes),
			bytes: bytes.slice(8),
			derive: key === kvKeys.view ? deriveViewKey : deriveDirKey,
		},
	];
}

/** Without those that are the same bytes or text. */
function distinct<One>(all: readonly One[], by: (one: One) => Bytes | string): One[] {
	return [...new Map(all.map((one) => [by(one).toString(), one])).values()];
}
