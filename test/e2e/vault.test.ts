import { argon2Sync, createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import { openVaultTrial, type VaultTrial } from '../browser/vault.ts';
import { addAuthenticator } from '../browser/virtual-authenticator.ts';
import type { Scenario } from '../sites/scenario.ts';
import { sealWithPsk } from '../vault/hpke-sender.ts';
import { useStube } from './use-stube.ts';

const nobody: Scenario = {
	seed: 1,
	language: 'en',
	people: [],
	accounts: [],
	chats: [],
	events: [],
};
const passphrase = 'seven geese on a frozen canal';
const other = 'a lamp that hums at night';
const done = { done: true };
const allThere = '3 600 0';

describe.each(browserNames)('a vault in %s', (browser) => {
	const stube = useStube(() => ({ browser, scenario: nobody }));
	let page: Page;
	let vault: VaultTrial;
	const open = async () => {
		({ page, vault } = await openVaultTrial(stube().launched));
	};
	beforeAll(open);

	it('makes of known inputs what the standards and another program make', async () => {
		const [salt, iv, aad] = [randomBytes(16), randomBytes(12), Buffer.from('store|row|2')];
		const words = 'seven geese on a frozen canal';
		// RFC 5869, test case 1; the key is the first 32 bytes of its output.
		const [material, hkdfSalt, info] = [
			'0b'.repeat(22),
			'000102030405060708090a0b0c',
			'f0f1f2f3f4f5f6f7f8f9',
		];
		const key = Buffer.from(
			hkdfSync(
				'sha256',
				...([material, hkdfSalt, info].map((hex) => Buffer.from(hex, 'hex')) as [
					Buffer,
					Buffer,
					Buffer,
				]),
				32,
			),
		);
		expect(key.toString('hex')).toBe(
			'3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf',
		);
		const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(aad);
		const sealed = Buffer.concat([cipher.update(words), cipher.final(), cipher.getAuthTag()]);
		expect(
			await vault.knownAnswers({
				passphrase: words,
				argon2: { memoryKib: 65_536, passes: 3, lanes: 1, salt: salt.toString('base64url') },
				material,
				salt: hkdfSalt,
				info,
				iv: iv.toString('hex'),
				additionalData: aad.toString('hex'),
				plaintext: Buffer.from(words).toString('hex'),
			}),
		).toEqual({
			argon2: argon2Sync('argon2id', {
				message: words,
				nonce: salt,
				memory: 65_536,
				passes: 3,
				parallelism: 1,
				tagLength: 32,
			}).toString('hex'),
			hkdfAndGcm: sealed.toString('hex'),
		});

		const sender = createECDH('prime256v1');
		sender.generateKeys();
		const [psk, pskId] = [randomBytes(32), Buffer.from('day|20780')];
		const padded = Buffer.alloc(1_024);
		padded.writeUInt32BE(padded.write(words, 4));
		const { enc, ciphertext } = sealWithPsk(
			{
				aead: 2,
				recipient: Buffer.from(await vault.boxAddress(), 'hex'),
				privateKey: sender.getPrivateKey(),
				info: Buffer.alloc(0),
				psk,
				pskId,
			},
			Buffer.from('box|known|1'),
			padded,
		);
		const box = Buffer.concat([enc, ciphertext]).toString('hex');
		const given = { sealed: box, psk: psk.toString('hex'), pskId: pskId.toString('hex') };
		expect(await vault.openSealed(given)).toBe(words);
		const otherDay = { ...given, psk: randomBytes(32).toString('hex') };
		await expect(vault.openSealed(otherDay)).rejects.toThrow();
	});

	it('is locked by a first passphrase once the browser was closed, and only that opens it', async () => {
		await vault.fill(3);
		expect(await vault.count()).toBe(allThere);
		expect(await vault.state()).toMatchObject({ mode: 'device', methods: [] });
		expect(await vault.setPassphrase(passphrase)).toEqual(done);
		expect(await vault.count()).toBe(allThere);

		await stube().relaunch();
		await open();
		expect(await vault.count()).toBe('locked');
		expect(await vault.passphrase(other)).toEqual({
			unlocked: false,
			reason: 'wrong',
			wrongTries: 1,
		});
		expect(await vault.count()).toBe('locked');
		expect(await vault.passphrase(passphrase)).toEqual({ unlocked: true });
		expect(await vault.count()).toBe(allThere);
	});

	it('asks nobody again after its page was closed, and everybody after it was locked', async () => {
		await page.close();
		await open();
		expect(await vault.count()).toBe(allThere);
		await vault.lock();
		expect(await vault.count()).toBe('locked');
		await vault.passphrase(passphrase);
	});

	it('opens with a new passphrase at once, and with the old one never again, whatever files are put back', async () => {
		await vault.keepRows();
		expect(await vault.setPassphrase(other)).toEqual(done);
		await vault.lock();
		expect(await vault.passphrase(passphrase)).toMatchObject({ reason: 'wrong' });
		expect(await vault.passphrase(other)).toEqual({ unlocked: true });
		expect(await vault.count()).toBe(allThere);
		const code = await vault.newCode();
		expect(await vault.addCode(code)).toEqual(done);
		await vault.lock();
		expect(await vault.code(code.toLowerCase())).toEqual({ unlocked: true });
		expect(await vault.count()).toBe(allThere);

		const { mode } = await vault.state();
		await vault.lock();
		await vault.swapRows();
		expect(await vault.passphrase(passphrase)).toMatchObject({ reason: 'damaged' });
		await vault.swapRows();
		expect([mode, await vault.passphrase(other)]).toEqual(['methods', { unlocked: true }]);
	});

	it('counts wrong tries over SIGKILL', async () => {
		await vault.lock();
		await vault.passphrase('one');
		await vault.passphrase('two');
		await stube().relaunch('kill');
		await open();
		expect(await vault.passphrase('three')).toMatchObject({ reason: 'wrong', wrongTries: 3 });
		expect(await vault.passphrase(other)).toEqual({ unlocked: true });
		expect((await vault.state()).wrongTries).toBe(0);
	});

	it('gives nothing to who has the whole profile and the program, and all to who also knows a word', async () => {
		await vault.fillBox(2);
		await vault.keepRows();
		await vault.lock();
		await stube().relaunch('kill');
		await open();
		const gone = { passphrases: [passphrase, 'guessed'], codes: [await vault.newCode()] };
		expect(await vault.attack(gone)).toEqual({
			keys: 0,
			opened: ['box label'],
			reads: ['locked'],
			hasTried: true,
		});
		const { keys, opened, reads } = await vault.attack({ passphrases: [other] });
		expect({ keys, reads }).toEqual({ keys: 1, reads: ['locked', allThere] });
		for (const name of ['box', 'box label', 'dir', 'identity', 'view'])
			expect(opened).toContain(name);
		expect(await vault.passphrase(other)).toEqual({ unlocked: true });
	});

	it.runIf(browser === 'chromium')('opens with a passkey that an authenticator holds', async () => {
		await addAuthenticator(page);
		expect(await vault.canUsePasskeys()).toBe(true);
		// Browsers let only the page ask that has the focus.
		await page.bringToFront();
		expect(await vault.addPasskey()).toEqual(done);
		await vault.lock();
		expect(await vault.count()).toBe('locked');
		expect(await vault.passkey()).toEqual({ unlocked: true });
		expect(await vault.count()).toBe(allThere);

		const { methods } = await vault.state();
		const passkey = methods.find(({ kind }) => kind === 'passkey');
		expect(await vault.remove(passkey?.id ?? '')).toEqual(done);
		await vault.lock();
		expect(await vault.passkey()).toBeNull();
		expect(await vault.passphrase(other)).toEqual({ unlocked: true });
	});

	it.runIf(browser === 'firefox')(
		'offers no passkey where there is none for extensions',
		async () => {
			expect(await vault.canUsePasskeys()).toBe(false);
		},
	);

	it('opens by itself again once nothing is to be typed', async () => {
		// Nothing is lost by it: what waits is taken out first.
		expect(await vault.returnToDevice()).toMatchObject({ reason: 'box-not-empty' });
		expect(await vault.emptyBox()).toBe(2);
		expect(await vault.returnToDevice()).toEqual(done);
		await stube().relaunch();
		await open();
		expect(await vault.state()).toMatchObject({ mode: 'device', methods: [] });
		expect(await vault.count()).toBe(allThere);
	});
});
