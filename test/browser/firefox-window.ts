import type { Browser } from 'puppeteer-core';

/** Puppeteer's WebDriver BiDi connection; it has no public way to Firefox's own windows. */
interface Connection {
	send(method: string, parameters: object): Promise<{ result: unknown }>;
}

/**
 * Runs an expression in Firefox's own window, where `Services` and `gBrowser` are; needs
 * `--remote-allow-system-access`. The value must be text, a number, a boolean or nothing.
 */
export async function inFirefoxWindow(browser: Browser, expression: string): Promise<unknown> {
	const { connection } = browser as Browser & { connection?: Connection };
	if (!connection) throw new Error('This browser has no BiDi connection.');
	const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' }))
		.result as { contexts: { context: string; url: string }[] };
	const context = tree.contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
	if (!context) throw new Error('Firefox has no window.');
	const { result } = (await connection.send('script.evaluate', {
		expression,
		target: { context: context.context },
		awaitPromise: true,
	})) as { result: { result?: { value?: unknown }; exceptionDetails?: { text: string } } };
	if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
	return result.result?.value;
}
