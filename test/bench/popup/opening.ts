import type { Page } from 'puppeteer-core';

/**
 * Milliseconds from a document's beginning until it has painted what it came for: the popup
 * its list, the empty page itself. Opened and watched by another page of the extension, since
 * Firefox lets a driver do nothing in one before its own scripts have run (2026-11).
 */
export function timeOpening(opener: Page, name: 'popup' | 'bench-empty'): Promise<number> {
	return opener.evaluate(async (address) => {
		const opened = open(address) as (Window & typeof globalThis) | null;
		if (!opened) throw new Error('The browser opened nothing.');
		// No timer: those of a page that is not in front ring once a second.
		const soon = () =>
			new Promise((resolve) => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = resolve;
				port2.postMessage(null);
			});
		while (!opened.location.href.endsWith(address) || !opened.document?.documentElement) {
			await soon();
		}
		const isThere = (): boolean =>
			opened.document.querySelector('button[data-unread], html[data-ready]') !== null;
		const painted = await new Promise<number>((resolve) => {
			const look = (): void => {
				if (!isThere()) return;
				observer.disconnect();
				// After the frame that has it.
				opened.requestAnimationFrame(() => {
					const { port1, port2 } = new opened.MessageChannel();
					port1.onmessage = () => resolve(opened.performance.now());
					port2.postMessage(null);
				});
			};
			const observer = new opened.MutationObserver(look);
			observer.observe(opened.document, { childList: true, subtree: true, attributes: true });
			look();
		});
		opened.close();
		return painted;
	}, `/${name}.html`);
}
