/**
 * `npm run screenshots`: every view in light and dark, drawn by a real browser, into
 * `.output/screenshots/`; words name the views wanted. The README's pictures are made with them.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stube } from '../browser/stube.ts';
import { buildPseudoArabic } from './pseudo-arabic.ts';
import {
	cornerScreens,
	emptyScreens,
	firstScreens,
	fullScreens,
	type Screen,
	wordlessScreens,
} from './screens.ts';
import { fillInbox, quietHouse, visit } from './visit.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = join(root, '.output', 'screenshots');
const schemes = ['light', 'dark'] as const;
const wanted = process.argv.slice(2);

mkdirSync(pictures, { recursive: true });
await draw('real', firstScreens);
await draw('granted', emptyScreens);
const fill = async (stube: Stube): Promise<void> => {
	for (const network of ['whatsapp', 'messenger', 'instagram'] as const) {
		await stube.openSite(network);
	}
	await fillInbox(stube);
};
await draw('granted', fullScreens, fill);
await draw('granted', cornerScreens, (stube) => fillInbox(stube, 'fillCorners'));
await draw(
	'granted',
	wordlessScreens.map((screen) => ({ ...screen, name: `${screen.name}-right-to-left` })),
	fill,
	await buildPseudoArabic(),
);
for (const scheme of schemes) {
	if (wanted.length > 0 && !wanted.includes('popup-list')) continue;
	copyFileSync(
		join(pictures, `popup-list-${scheme}.png`),
		join(root, 'test', 'screens', `readme-${scheme}.png`),
	);
}

async function draw(
	build: 'real' | 'granted',
	screens: readonly Screen[],
	prepare: (stube: Stube) => Promise<void> = async () => undefined,
	extension?: string,
): Promise<void> {
	const chosen = screens.filter(
		({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
	);
	if (chosen.length === 0) return;
	const stube = await Stube.open({
		browser: 'chromium',
		build,
		scenario: quietHouse,
		...(extension && { extension }),
	});
	try {
		await prepare(stube);
		for (const screen of chosen) {
			const inbox = await visit(stube, screen);
			for (const scheme of schemes) {
				const path = `${join(pictures, `${screen.name}-${scheme}`)}.png` as const;
				await inbox.screenshot(path, scheme);
			}
			console.error(relative(root, join(pictures, screen.name)));
			await inbox.page.close();
		}
	} finally {
		await stube.close();
	}
}
