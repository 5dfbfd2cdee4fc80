import type { Bytes } from './bytes';
import { createDeviceKey, createEnvelope, type DeviceKey, openEnvelope } from './envelope';
import { carryIdentityKey, hashIdentity, openIdentityKey } from './identity';
import {
	type CellSecret,
	deriveDirKey,
	derivePageKey,
	deriveViewKey,
	type SealingKey,
} from './keys';
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
	dirKey(cell: CellSecret): Promise<SealingKey>;
	viewKey(cell: CellSecret): Promise<SealingKey>;
	pageKey(chatCell: CellSecret, bucketCell: CellSecret): Promise<SealingKey>;
	/** A vault with a new V, in an envelope that hangs on another cell, and the same hashes. */
	renew(envelopeCell: CellSecret): Promise<Vault>;
}

/** `identityPlace`: where the store keeps `rows.identity`. */
export async function createVault(identityPlace: Place, envelopeCell: CellSecret): Promise<Vault> {
	const deviceKey = await createDeviceKey();
	const envelope = await createEnvelope(deviceKey, envelopeCell);
	return openVault({ deviceKey, envelope, identity: null }, identityPlace, envelopeCell);
}

/** Rejects if the envelope or the carried identity key does not open. */
export async function openVault(
	rows: VaultRows,
	identityPlace: Place,
	envelopeCell: CellSecret,
): Promise<Vault> {
	const vaultKey = await openEnvelope(rows.deviceKey, rows.envelope, envelopeCell);
	const identityKey = await openIdentityKey(vaultKey, identityPlace, rows.identity);
	return {
		rows,
		hash: (identity) => hashIdentity(identityKey, identity),
		dirKey: (cell) => deriveDirKey(vaultKey, cell),
		viewKey: (cell) => deriveViewKey(vaultKey, cell),
		pageKey: (chatCell, bucketCell) => derivePageKey(vaultKey, chatCell, bucketCell),
		async renew(cell) {
			const envelope = await createEnvelope(rows.deviceKey, cell);
			const nextKey = await openEnvelope(rows.deviceKey, envelope, cell);
			const identity = await carryIdentityKey(vaultKey, nextKey, identityPlace, rows.identity);
			return openVault({ ...rows, envelope, identity }, identityPlace, cell);
		},
	};
}
