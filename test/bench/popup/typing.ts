import type { Page } from 'puppeteer-core';

export interface Typing {
	/** From a key to the frame that has the names which fit. */
	namesMs: number[];
	/** From the last key to the first texts, with the pause that is waited for more keys. */
	textsMs: number;
}

/** Types the beginning of a listed chat's newest word into the search of an open popup. */
export async function timeTyping(page: Page): Promise<Typing> {
	await page.bringToFront();
	return page.evaluate(async () => {
		const field = document.querySelector<HTMLInputElement>('input[type=search]');
		const title = document.querySelector('button[data-unread] [data-part="title"]')?.textContent;
		const text = document.querySelector('button[data-unread] [data-part="preview-text"]');
		const word = text?.textContent?.match(/\p{L}{4,}/u)?.[0];
		if (!field || !title || !word) throw new Error('There is nothing to search for.');
		const type = (words: string): number => {
			const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
			setValue?.call(field, words);
			field.dispatchEvent(new Event('input', { bubbles: true }));
			return performance.now();
		};
		const painted = async (selector: string): Promise<number> => {
			do await new Promise(requestAnimationFrame);
			while (!document.querySelector(selector));
			return performance.now();
		};
		const namesMs: number[] = [];
		for (let length = 1; length <= 4; length += 1) {
			const at = type(title.slice(0, length));
			namesMs.push((await painted('.results button[data-chat]')) - at);
		}
		type('');
		await painted('.chat-list');
		const at = type(word);
		const textsMs = (await painted('.results .row-hit')) - at;
		type('');
		await painted('.chat-list');
		return { namesMs, textsMs };
	});
}
