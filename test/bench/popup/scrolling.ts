import type { Page } from 'puppeteer-core';

/** Frames of one scroll, by how long each took to come. */
export interface Scroll {
	frames: number;
	/** That came so late that at least one was left out before them. */
	late: number;
	longestMs: number;
}

/** So much in each frame: a quick hand, six rows at a time. */
const pixels = 400;
const frames = 240;

/** Scrolls the list of an open popup as quickly as frames come; all there is to draw is drawn. */
export function scrollList(page: Page): Promise<Scroll> {
	return scroll(page, '.list-scroller');
}

/** The same on an empty page with nothing but a box of that height: what the machine itself drops. */
export async function scrollNothing(page: Page, rows: number): Promise<Scroll> {
	await page.evaluate((height) => {
		const box = document.createElement('div');
		const inner = document.createElement('div');
		Object.assign(box.style, { height: '470px', overflowY: 'auto' });
		inner.style.height = `${height}px`;
		box.id = 'box';
		box.append(inner);
		document.body.replaceChildren(box);
	}, rows * 64);
	return scroll(page, '#box');
}

async function scroll(page: Page, selector: string): Promise<Scroll> {
	await page.bringToFront();
	return page.evaluate(
		async (wanted, by, count) => {
			const box = document.querySelector(wanted);
			if (!box) throw new Error(`There is no ${wanted}.`);
			const frame = () => new Promise<number>(requestAnimationFrame);
			const gaps: number[] = [];
			let last = await frame();
			for (let nth = 0; nth < count; nth += 1) {
				const isAtEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - by;
				box.scrollTop = isAtEnd ? 0 : box.scrollTop + by;
				const now = await frame();
				gaps.push(now - last);
				last = now;
			}
			// Half as long again as 60 in a second: one was left out.
			return {
				frames: count,
				late: gaps.filter((gap) => gap > 25).length,
				longestMs: Math.max(...gaps),
			};
		},
		selector,
		pixels,
		frames,
	);
}
