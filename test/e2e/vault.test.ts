import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import { openVaultTrial, type VaultTrial } from '../browser/vault.ts';
import type { Scenario } from '../sites/scenario.ts';
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
		const session = await page.createCDPSession();
		await session.send('WebAuthn.enable');
		await session.send('WebAuthn.addVirtualAuthenticator', {
			options: {
				protocol: 'ctap2',
				ctap2Version: 'ctap2_1',
				transport: 'internal',
				hasResidentKey: true,
				hasUserVerification: true,
				hasPrf: true,
				isUserVerified: true,
				automaticPresenceSimulation: true,
			},
		});
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
		expect(await vault.returnToDevice()).toEqual(done);
		await stube().relaunch();
		await open();
		expect(await vault.state()).toMatchObject({ mode: 'device', methods: [] });
		expect(await vault.count()).toBe(allThere);
	});
});
