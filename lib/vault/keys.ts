import { type Bytes, concatBytes, encodeText } from './bytes';

/** A non-extractable AES-256-GCM key for `seal` and `open`. */
export type SealingKey = CryptoKey;
/** The vault key V as HKDF input; its bytes cannot be had from it. */
export type VaultKey = CryptoKey;
/**
 * The 32 bytes of a cell. They enter a key as its salt, so the key dies with its cell:
 * whoever effaces the cell makes all that was sealed under it unreadable, whatever copies
 * the disk still holds.
 */
export type CellSecret = Bytes;

const dirInfo = encodeText('dir');
const viewInfo = encodeText('view');
const pageInfo = encodeText('page');
const dueInfo = encodeText('due');
const boxInfo = encodeText('box');
const noSalt = new Uint8Array(0);

/** HKDF (RFC 5869) with SHA-256 to a key that seals. */
export function deriveSealingKey(
	base: CryptoKey,
	salt: Bytes,
	info: Bytes,
	usages: KeyUsage[] = ['encrypt', 'decrypt'],
): Promise<SealingKey> {
	return crypto.subtle.deriveKey(
		{ name: 'HKDF', hash: 'SHA-256', salt, info },
		base,
		{ name: 'AES-GCM', length: 256 },
		false,
		usages,
	);
}

/** Seals chats, settings and what lies where: names, no message text. */
export function deriveDirKey(vaultKey: VaultKey, cell: CellSecret): Promise<SealingKey> {
	return deriveSealingKey(vaultKey, cell, dirInfo);
}

/** Seals previews and counters. */
export function deriveViewKey(vaultKey: VaultKey, cell: CellSecret): Promise<SealingKey> {
	return deriveSealingKey(vaultKey, cell, viewInfo);
}

/** Seals the messages of one chat that expire in one bucket: dead with the cell of either. */
export function derivePageKey(
	vaultKey: VaultKey,
	chatCell: CellSecret,
	bucketCell: CellSecret,
): Promise<SealingKey> {
	return deriveSealingKey(vaultKey, concatBytes(chatCell, bucketCell), pageInfo);
}

/** Seals which cells die when: to be read without the vault key. */
export function deriveDueKey(deviceKey: CryptoKey): Promise<SealingKey> {
	return deriveSealingKey(deviceKey, noSalt, dueInfo);
}

/** Seals the private half of the key pair that the drop box is sealed to. */
export function deriveBoxCarrierKey(vaultKey: VaultKey): Promise<SealingKey> {
	return deriveSealingKey(vaultKey, noSalt, boxInfo);
}
