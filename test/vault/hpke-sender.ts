import { createCipheriv, createECDH, createHmac } from 'node:crypto';

/** What a sender of HPKE in PSK mode needs; RFC 9180 without its library, on Node's primitives. */
export interface Sender {
	/** 1 for AES-128-GCM, 2 for AES-256-GCM. */
	aead: 1 | 2;
	recipient: Buffer;
	/** Of the ephemeral key. */
	privateKey: Buffer;
	info: Buffer;
	psk: Buffer;
	pskId: Buffer;
}

const [kem, kdf] = [16, 1];
const number = (value: number, length: number) => {
	const bytes = Buffer.alloc(length);
	bytes.writeUIntBE(value, 0, length);
	return bytes;
};
const hmac = (key: Buffer, data: Buffer) => createHmac('sha256', key).update(data).digest();

function labelled(suite: Buffer) {
	const extract = (salt: Buffer, label: string, material: Buffer) =>
		hmac(
			salt.length === 0 ? Buffer.alloc(32) : salt,
			Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), material]),
		);
	/** Of 32 bytes at most, which is one block. */
	const expand = (key: Buffer, label: string, context: Buffer, length: number) => {
		const info = [number(length, 2), Buffer.from('HPKE-v1'), suite, Buffer.from(label), context];
		return hmac(key, Buffer.concat([...info, Buffer.from([1])])).subarray(0, length);
	};
	return { extract, expand };
}

/** The encapsulated secret and the first ciphertext, as they follow from section 5. */
export function sealWithPsk(sender: Sender, aad: Buffer, plaintext: Buffer) {
	const pair = createECDH('prime256v1');
	pair.setPrivateKey(sender.privateKey);
	const enc = pair.getPublicKey();
	const inKem = labelled(Buffer.concat([Buffer.from('KEM'), number(kem, 2)]));
	const shared = inKem.expand(
		inKem.extract(Buffer.alloc(0), 'eae_prk', pair.computeSecret(sender.recipient)),
		'shared_secret',
		Buffer.concat([enc, sender.recipient]),
		32,
	);
	const suite = Buffer.concat([
		Buffer.from('HPKE'),
		...[kem, kdf, sender.aead].map((id) => number(id, 2)),
	]);
	const { extract, expand } = labelled(suite);
	const context = Buffer.concat([
		Buffer.from([1]),
		extract(Buffer.alloc(0), 'psk_id_hash', sender.pskId),
		extract(Buffer.alloc(0), 'info_hash', sender.info),
	]);
	const secret = extract(shared, 'secret', sender.psk);
	const [name, length] =
		sender.aead === 1 ? (['aes-128-gcm', 16] as const) : (['aes-256-gcm', 32] as const);
	const key = expand(secret, 'key', context, length);
	const cipher = createCipheriv(name, key, expand(secret, 'base_nonce', context, 12));
	cipher.setAAD(aad);
	return {
		enc,
		ciphertext: Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]),
	};
}
