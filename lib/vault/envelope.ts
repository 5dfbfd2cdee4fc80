import { decrypt, encrypt, gcmParameters, ivLength } from './aes-gcm';
import { type Bytes, concatBytes, encodeText, randomBytes } from './bytes';
import { type CellSecret, deriveSealingKey, type SealingKey, type VaultKey } from './keys';

/** What opens an envelope, as HKDF input: the device key, or what a method of unlocking gives. */
export type EnvelopeKey = CryptoKey;

/** What is told of an envelope in clear, authenticated by it. Starts with its method's name. */
export type EnvelopeLabel = string;

/** Of the envelope's own layout: IV, then V encrypted. */
const envelopeVersion = 1;

/** The bytes that a method gives, imported so that they cannot be had again; wipes them. */
export async function importEnvelopeKey(material: Bytes): Promise<EnvelopeKey> {
	const key = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey']);
	material.fill(0);
	return key;
}

/** V in an envelope that hangs on a cell. */
export async function sealEnvelope(
	envelopeKey: EnvelopeKey,
	cell: CellSecret,
	label: EnvelopeLabel,
	secret: Bytes,
): Promise<Bytes> {
	const iv = randomBytes(ivLength);
	const key = await deriveKey(envelopeKey, cell, label, 'encrypt');
	return concatBytes(iv, await encrypt(key, iv, additionalData(label), secret));
}

/** The bytes of V, which other envelopes can be made of. Rejects if key, cell or label do not fit. */
export async function openEnvelope(
	envelopeKey: EnvelopeKey,
	cell: CellSecret,
	label: EnvelopeLabel,
	envelope: Bytes,
): Promise<Bytes> {
	const key = await deriveKey(envelopeKey, cell, label, 'decrypt');
	const iv = envelope.slice(0, ivLength);
	return decrypt(key, iv, additionalData(label), envelope.slice(ivLength));
}

/** Unwraps V without its bytes ever standing in script memory. Rejects if it does not fit. */
export async function unwrapEnvelope(
	envelopeKey: EnvelopeKey,
	cell: CellSecret,
	label: EnvelopeLabel,
	envelope: Bytes,
): Promise<VaultKey> {
	const key = await deriveKey(envelopeKey, cell, label, 'unwrapKey');
	return crypto.subtle.unwrapKey(
		'raw',
		envelope.slice(ivLength),
		key,
		gcmParameters(envelope.slice(0, ivLength), additionalData(label)),
		'HKDF',
		false,
		['deriveKey', 'deriveBits'],
	);
}

function additionalData(label: EnvelopeLabel): Bytes {
	return encodeText(`${label}|${envelopeVersion}`);
}

function deriveKey(
	envelopeKey: EnvelopeKey,
	cell: CellSecret,
	label: EnvelopeLabel,
	usage: KeyUsage,
): Promise<SealingKey> {
	const method = label.split('|', 1)[0] ?? '';
	return deriveSealingKey(envelopeKey, cell, encodeText(`envelope|${method}`), [usage]);
}
