import type { Bytes } from './bytes';
import { createDeviceEnvelope, type DeviceKey, openDeviceEnvelope } from './device';
import { carryIdentityKey, hashIdentity, openIdentityKey } from './identity';
import {
	type CellSecret,
	deriveBoxCarrierKey,
	deriveDirKey,
	derivePageKey,
	deriveViewKey,
	type SealingKey,
	type VaultKey,
} from './keys';
import { rememberHashes } from './remember-hashes';
import type { Place } from './seal';
import { importVaultKey, type VaultSecret } from './secret';

/** What the store keeps beside the envelopes so that the vault can be opened again. */
export interface VaultRows {
	deviceKey: DeviceKey;
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
	/** Seals the private half of the drop box's keys. */
	boxCarrierKey(): Promise<SealingKey>;
	/** A vault with a new V in a device envelope that hangs on this cell, and the same hashes. */
	renewOnDevice(cell: CellSecret): Promise<DeviceVault>;
	/** A vault with this V, of which no envelope is made here, and the same hashes. */
	renewWith(secret: VaultSecret): Promise<Vault>;
}

/** One that opens by itself on this device. */
export interface DeviceVault {
	vault: Vault;
	envelope: Bytes;
}

/** `identityPlace`: where the store keeps `rows.identity`. */
export async function createDeviceVault(
	deviceKey: DeviceKey,
	identityPlace: Place,
	envelopeCell: CellSecret,
): Promise<DeviceVault> {
	const envelope = await createDeviceEnvelope(deviceKey, envelopeCell);
	const rows = { deviceKey, identity: null };
	return { envelope, vault: await openDeviceVault(rows, identityPlace, envelope, envelopeCell) };
}

/** Rejects if the envelope or the carried identity key does not open. */
export async function openDeviceVault(
	rows: VaultRows,
	identityPlace: Place,
	envelope: Bytes,
	envelopeCell: CellSecret,
): Promise<Vault> {
	const vaultKey = await openDeviceEnvelope(rows.deviceKey, envelope, envelopeCell);
	return vaultOf(rows, identityPlace, vaultKey);
}

/** The vault that a method of unlocking has opened. Rejects if the secret is not its own. */
export async function openVaultWith(
	rows: VaultRows,
	identityPlace: Place,
	secret: VaultSecret,
): Promise<Vault> {
	return vaultOf(rows, identityPlace, await importVaultKey(secret));
}

async function vaultOf(rows: VaultRows, identityPlace: Place, vaultKey: VaultKey): Promise<Vault> {
	const identityKey = await openIdentityKey(vaultKey, identityPlace, rows.identity);

	async function renewed(nextKey: VaultKey): Promise<Vault> {
		const identity = await carryIdentityKey(vaultKey, nextKey, identityPlace, rows.identity);
		return vaultOf({ ...rows, identity }, identityPlace, nextKey);
	}

	return {
		rows,
		hash: rememberHashes((identity) => hashIdentity(identityKey, identity)),
		dirKey: (cell) => deriveDirKey(vaultKey, cell),
		viewKey: (cell) => deriveViewKey(vaultKey, cell),
		pageKey: (chatCell, bucketCell) => derivePageKey(vaultKey, chatCell, bucketCell),
		boxCarrierKey: () => deriveBoxCarrierKey(vaultKey),
		async renewOnDevice(cell) {
			const envelope = await createDeviceEnvelope(rows.deviceKey, cell);
			const nextKey = await openDeviceEnvelope(rows.deviceKey, envelope, cell);
			return { envelope, vault: await renewed(nextKey) };
		},
		renewWith: async (secret) => renewed(await importVaultKey(secret)),
	};
}
