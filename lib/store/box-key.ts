import {
	type BoxKeys,
	type BoxPrivateKey,
	type BoxPublicKey,
	boxPublicKeyLength,
	openBoxPrivateKey,
} from '@/lib/vault/box';
import { type Bytes, concatBytes } from '@/lib/vault/bytes';
import { kvKeys } from './database';
import { placeOf } from './format';
import { asBytes } from './kv';
import { withDatabase } from './lock-rows';
import { type StorePlace, surroundingsOf } from './place';
import type { Base } from './snapshot';

export const boxKeyPlace = placeOf('kv', kvKeys.boxKey);

/** The public half in clear, then the private one, sealed under the vault. */
export function encodeBoxKeys({ publicKey, sealedPrivateKey }: BoxKeys): Bytes {
	return concatBytes(publicKey, sealedPrivateKey);
}

export function decodeBoxKeys(row: Bytes): BoxKeys {
	return {
		publicKey: row.slice(0, boxPublicKeyLength),
		sealedPrivateKey: row.slice(boxPublicKeyLength),
	};
}

/** What the drop box is sealed to; `null` where the vault is never locked. Needs no unlocking. */
export async function readBoxPublicKey(place: StorePlace = {}): Promise<BoxPublicKey | null> {
	const { databaseName } = surroundingsOf(place);
	const row = await withDatabase(databaseName, (database) =>
		database.connection().kv.get(kvKeys.boxKey),
	);
	return asBytes(row)?.slice(0, boxPublicKeyLength) ?? null;
}

/** `null` where there is no drop box. Rejects if it does not open. */
export async function boxPrivateKeyOf({ vault, boxKey }: Base): Promise<BoxPrivateKey | null> {
	if (!boxKey) return null;
	return openBoxPrivateKey(await vault.boxCarrierKey(), boxKeyPlace, decodeBoxKeys(boxKey));
}
