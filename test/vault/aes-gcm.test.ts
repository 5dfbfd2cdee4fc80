import { describe, expect, test } from 'vitest';
import { decrypt, encrypt } from '@/lib/vault/aes-gcm';
import { flipBit, fromHex, toHex } from './hex';

/** Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation" (2005). */
const known = {
	key: fromHex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
	iv: fromHex('cafebabefacedbaddecaf888'),
	additionalData: fromHex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
	plaintext: fromHex(
		'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
			'1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
	),
	sealed:
		'522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
		'8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
		'76fc6ece0f4e1768cddf8853bb2d551b',
};

const importKey = () =>
	crypto.subtle.importKey('raw', known.key, 'AES-GCM', false, ['encrypt', 'decrypt']);

describe('AES-256-GCM with a 96-bit IV and a 128-bit tag', () => {
	test('gives the published answer, both ways', async () => {
		const { iv, additionalData, plaintext, sealed } = known;
		const key = await importKey();
		expect(toHex(await encrypt(key, iv, additionalData, plaintext))).toBe(sealed);
		expect(await decrypt(key, iv, additionalData, fromHex(sealed))).toEqual(plaintext);
	});

	test('refuses a changed bit in text, tag, IV or additional data', async () => {
		const { iv, additionalData } = known;
		const key = await importKey();
		const sealed = fromHex(known.sealed);
		const attempts = [
			decrypt(key, iv, additionalData, flipBit(sealed, 0)),
			decrypt(key, iv, additionalData, flipBit(sealed, sealed.length - 1)),
			decrypt(key, flipBit(iv, 3), additionalData, sealed),
			decrypt(key, iv, flipBit(additionalData, 3), sealed),
		];
		for (const attempt of await Promise.allSettled(attempts))
			expect(attempt).toMatchObject({ reason: { name: 'OperationError' } });
	});
});
