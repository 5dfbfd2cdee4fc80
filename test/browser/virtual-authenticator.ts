import type { Page } from 'puppeteer-core';

/** Chromium's own stand-in for what is built into a device: it holds passkeys and says yes. */
export async function addAuthenticator(page: Page): Promise<void> {
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
}
