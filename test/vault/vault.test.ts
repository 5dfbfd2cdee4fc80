import { createHmac, hkdfSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '@/lib/vault/base64url';
import { encodeText, randomBytes } from '@/lib/vault/bytes';
import { createDeviceKey } from '@/lib/vault/device';
import { hashIdentity, openIdentityKey } from '@/lib/vault/identity';
import { open, seal } from '@/lib/vault/seal';
import { createSecret } from '@/lib/vault/secret';
import { createDeviceVault, openDeviceVault, openVaultWith } from '@/lib/vault/vault';

const place = 'kv|identity|2';
const cell = randomBytes(32);
const newVault = async () => createDeviceVault(await createDeviceKey(), place, cell);

describe('identities', () => {
	test('are the first 16 bytes of HMAC-SHA-256 under HKDF(V, "id")', async () => {
		const secret = randomBytes(32);
		const vaultKey = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
		const identityKey = await openIdentityKey(vaultKey, place, null);
		expect(identityKey.extractable).toBe(false);

		const expectedKey = Buffer.from(hkdfSync('sha256', secret, '', 'id', 32));
		const identity = 'chat\0whatsapp\x0491700000001@c.us';
		const expected = createHmac('sha256', expectedKey).update(identity).digest();
		expect(await hashIdentity(identityKey, identity)).toBe(
			expected.subarray(0, 16).toString('base64url'),
		);
	});

	test('differ between vaults and are the same in one that was opened again', async () => {
		const [first, second] = [await newVault(), await newVault()];
		const [one, other] = [first.vault, second.vault];
		const again = await openDeviceVault(one.rows, place, first.envelope, cell);
		expect(await one.hash('chat-1')).toMatch(/^[\w-]{22}$/u);
		expect(await again.hash('chat-1')).toBe(await one.hash('chat-1'));
		expect(await other.hash('chat-1')).not.toBe(await one.hash('chat-1'));
		expect(await one.hash('chat-2')).not.toBe(await one.hash('chat-1'));
	});

	test('outlive the vault key, however often it is replaced and the vault opened again', async () => {
		const { vault: first } = await newVault();
		const second = await first.renewOnDevice(cell);
		const again = await openDeviceVault(second.vault.rows, place, second.envelope, cell);
		const secret = createSecret();
		const third = await again.renewWith(secret);
		const opened = await openVaultWith(third.rows, place, secret);
		const back = await opened.renewOnDevice(cell);
		for (const vault of [second.vault, again, third, opened, back.vault])
			expect(await vault.hash('chat-1')).toBe(await first.hash('chat-1'));
	});
});

test('a renewed vault opens nothing that was sealed before, and the old one nothing after', async () => {
	const { vault: first } = await newVault();
	const { vault: second } = await first.renewOnDevice(cell);
	const row = 'kv|dir|2';
	const old = await seal(await first.dirKey(cell), row, encodeText('before'));
	const fresh = await seal(await second.dirKey(cell), row, encodeText('after'));
	await expect(open(await second.dirKey(cell), row, old)).rejects.toThrow();
	await expect(open(await first.dirKey(cell), row, fresh)).rejects.toThrow();
});

test('base64url gives every byte back and has no sign that an address would escape', () => {
	const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
	for (const length of [0, 1, 2, 3, 16, 256]) {
		const text = toBase64url(bytes.slice(256 - length));
		expect(text).toMatch(/^[\w-]*$/u);
		expect(fromBase64url(text)).toEqual(bytes.slice(256 - length));
	}
});
