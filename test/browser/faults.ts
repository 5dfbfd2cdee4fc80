import type { Page } from 'puppeteer-core';

/**
 * Every error from here on that is thrown on a page or told to its console, by whatever script:
 * in Chromium also by extensions' own, of which Firefox tells the driver nothing.
 */
export async function listenForFaults(page: Page): Promise<readonly string[]> {
	const faults: string[] = [];
	const session = await page.createCDPSession().catch(() => null);
	if (!session) {
		page.on('pageerror', (error) => faults.push(String(error)));
		return faults;
	}
	session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
		faults.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
	});
	session.on('Runtime.consoleAPICalled', ({ type, args }) => {
		if (type === 'error')
			faults.push(args.map(({ value, description }) => value ?? description).join(' '));
	});
	await session.send('Runtime.enable');
	return faults;
}
