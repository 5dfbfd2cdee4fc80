import { type Bytes, concatBytes, encodeText } from './bytes';
import type { Bucket, Cells } from './cells';

/** A non-extractable AES-256-GCM key for `seal` and `open`. */
export type SealingKey = CryptoKey;
/** The vault key V as HKDF input; its bytes cannot be had from it. */
export type VaultKey = CryptoKey;

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

/** Seals chats, settings and the headers of records: names, no message text. */
export async function deriveDirKey(vaultKey: VaultKey, cells: Cells): Promise<SealingKey> {
	return deriveSealingKey(vaultKey, await cells.read('dir'), encodeText('dir'));
}

/** Seals previews and counters. */
export async function deriveViewKey(vaultKey: VaultKey, cells: Cells): Promise<SealingKey> {
	return deriveSealingKey(vaultKey, await cells.read('view'), encodeText('view'));
}

/** Seals the messages of one chat that expire in one bucket. */
export async function derivePageKey(
	vaultKey: VaultKey,
	cells: Cells,
	chatKey: string,
	bucket: Bucket,
): Promise<SealingKey> {
	const [chatCell, bucketCell] = await Promise.all([
		cells.read(`chat:${chatKey}`),
		cells.read(`bucket:${bucket}`),
	]);
	const info = encodeText(`page|${chatKey}|${bucket}`);
	return deriveSealingKey(vaultKey, concatBytes(chatCell, bucketCell), info);
}
