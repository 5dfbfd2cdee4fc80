/** Draws `public/icon/*.png` from `mark.svg`: `node test/browser/render-icons.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './find-browser.ts';

const folder = new URL('../../public/icon/', import.meta.url);
const mark = readFileSync(new URL('mark.svg', folder), 'utf8');

const browser = await puppeteer.launch({
	executablePath: findBrowser('chromium'),
	args: ['--no-sandbox', '--disable-gpu'],
});
try {
	const page = await browser.newPage();
	for (const size of [16, 32, 48, 96, 128]) {
		await page.setViewport({ width: size, height: size });
		await page.setContent(
			`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${mark}`,
		);
		const picture = await page.screenshot({ omitBackground: true });
		writeFileSync(new URL(`${size}.png`, folder), picture);
	}
} finally {
	await browser.close();
}
