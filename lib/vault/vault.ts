import type { Bytes } from './bytes';
import { type Bucket, type Cells, fixedCells } from './cells';
import { createDeviceKey, createEnvelope, type DeviceKey, openEnvelope } from './envelope';
import { carryIdentityKey, hashIdentity, openIdentityKey } from './identity';
import { deriveDirKey, derivePageKey, deriveViewKey, type SealingKey } from './keys';
import type { Place } from './seal';

/** What the store keeps so that the vault can be opened again. */
export interface VaultRows {
	deviceKey: DeviceKey;
	envelope: Bytes;
	/** The identity key of an earlier vault key, sealed; `null` until the first renewal. */
	identity: Bytes | null;
}

/** An open vault. None of its keys can be exported. */
export interface Vault {
	/** What it was opened with. */
	readonly rows: VaultRows;
	/** 16 bytes of a keyed hash, base64url; the same for the life of the store. */
	hash(identity: string): Promise<string>;
	dirKey(): Promise<SealingKey>;
	viewKey(): Promise<SealingKey>;
	pageKey(chatKey: string, bucket: Bucket): Promise<SealingKey>;
	/** A vault with a new V and the same hashes. */
	renew(): Promise<Vault>;
}

/** `identityPlace`: where the store keeps `rows.identity`. */
export async function createVault(identityPlace: Place, cells: Cells = fixedCells): Promise<Vault> {
	const deviceKey = await createDeviceKey();
	const envelope = await createEnvelope(deviceKey, cells);
	return openVault({ deviceKey, envelope, identity: null }, identityPlace, cells);
}

/** Rejects if the envelope or the carried identity key does not open. */
export async function openVault(
	rows: VaultRows,
	identityPlace: Place,
	cells: Cells = fixedCells,
): Promise<Vault> {
	const vaultKey = await openEnvelope(rows.deviceKey, rows.envelope, cells);
	const identityKey = await openIdentityKey(vaultKey, identityPlace, rows.identity);
	return {
		rows,
		hash: (identity) => hashIdentity(identityKey, identity),
		dirKey: () => deriveDirKey(vaultKey, cells),
		viewKey: () => deriveViewKey(vaultKey, cells),
		pageKey: (chatKey, bucket) => derivePageKey(vaultKey, cells, chatKey, bucket),
		async renew() {
			const envelope = await createEnvelope(rows.deviceKey, cells);
			const nextKey = await openEnvelope(rows.deviceKey, envelope, cells);
			const identity = await carryIdentityKey(vaultKey, nextKey, identityPlace, rows.identity);
			return openVault({ ...rows, envelope, identity }, identityPlace, cells);
		},
	};
}
