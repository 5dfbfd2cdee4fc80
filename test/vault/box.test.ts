import { randomBytes as nodeRandomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createBoxKeys, openBoxPrivateKey, openFromVault, sealToVault } from '@/lib/vault/box';
import { encodeText, randomBytes } from '@/lib/vault/bytes';
import { pad } from '@/lib/vault/padding';
import { flipBit } from './hex';
import { sealWithPsk } from './hpke-sender';

const newCarrier = () =>
	crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const place = 'box|row|2';
const psk = { psk: randomBytes(32), pskId: encodeText('day 20780') };
const content = encodeText('What came in the night 🌙');

async function newKeys() {
	const carrier = await newCarrier();
	const keys = await createBoxKeys(carrier, place);
	return {
		publicKey: keys.publicKey,
		privateKey: await openBoxPrivateKey(carrier, place, keys),
	};
}

test('HPKE in PSK mode is what RFC 9180, A.3.2, publishes, and opens what an independent sender seals', async () => {
	const hex = (text: string) => Buffer.from(text, 'hex');
	const published = sealWithPsk(
		{
			aead: 1,
			recipient: hex(
				'040d97419ae99f13007a93996648b2674e5260a8ebd2b822e84899cd52d87446ea394ca76223b76639eccdf00e1967db10ade37db4e7db476261fcc8df97c5ffd1',
			),
			privateKey: hex('57427244f6cc016cddf1c19c8973b4060aa13579b4c067fd5d93a5d74e32a90f'),
			info: Buffer.from('Ode on a Grecian Urn'),
			psk: hex('0247fd33b913760fa1fa51e1892d9f307fbe65eb171e8132c2af18555a738b82'),
			pskId: Buffer.from('Ennyn Durin aran Moria'),
		},
		Buffer.from('Count-0'),
		Buffer.from('Beauty is truth, truth beauty'),
	);
	expect(published.enc.toString('hex')).toMatch(/^04305d35563527bc.*4b1193b53b5f$/u);
	expect(published.ciphertext.toString('hex')).toBe(
		'90c4deb5b75318530194e4bb62f890b019b1397bbf9d0d6eb918890e1fb2be1ac2603193b60a49c2126b75d0eb',
	);

	const { publicKey, privateKey } = await newKeys();
	const { enc, ciphertext } = sealWithPsk(
		{
			aead: 2,
			recipient: Buffer.from(publicKey),
			privateKey: nodeRandomBytes(32),
			info: Buffer.alloc(0),
			psk: Buffer.from(psk.psk),
			pskId: Buffer.from(psk.pskId),
		},
		Buffer.from(place),
		Buffer.from(pad(content)),
	);
	const sealed = new Uint8Array(Buffer.concat([enc, ciphertext]));
	expect(await openFromVault(privateKey, psk, place, sealed)).toEqual(content);
});

test('what was sealed to the vault opens with its key, on its day and in its place alone', async () => {
	const { publicKey, privateKey } = await newKeys();
	const sealed = await sealToVault(publicKey, psk, place, content);
	expect(await openFromVault(privateKey, psk, place, sealed)).toEqual(content);
	const attempts = [
		openFromVault((await newKeys()).privateKey, psk, place, sealed),
		openFromVault(privateKey, { ...psk, psk: randomBytes(32) }, place, sealed),
		openFromVault(privateKey, { ...psk, pskId: encodeText('day 20781') }, place, sealed),
		openFromVault(privateKey, psk, 'box|other|2', sealed),
		openFromVault(privateKey, psk, place, flipBit(sealed, sealed.length - 1)),
		openFromVault(privateKey, psk, place, flipBit(sealed, 20)),
	];
	for (const { status } of await Promise.allSettled(attempts)) expect(status).toBe('rejected');
});

test('it opens also where a browser cannot tell a public key from a private one, as Firefox', async () => {
	Object.defineProperty(crypto.subtle, 'getPublicKey', { value: undefined, configurable: true });
	const { publicKey, privateKey } = await newKeys();
	const sealed = await sealToVault(publicKey, psk, place, content);
	expect(await openFromVault(privateKey, psk, place, sealed)).toEqual(content);
	expect(privateKey.privateKey.extractable).toBe(false);
	Reflect.deleteProperty(crypto.subtle, 'getPublicKey');
});

test('it is never the same twice and tells its length only by the step', async () => {
	const { publicKey } = await newKeys();
	const sealed = await Promise.all(
		[0, 1, 500, 1_020].map((length) => sealToVault(publicKey, psk, place, randomBytes(length))),
	);
	expect(new Set(sealed.map(({ length }) => length))).toEqual(new Set([65 + 1_024 + 16]));
	expect(new Set(sealed.map((one) => String(one.slice(0, 65)))).size).toBe(4);
});
