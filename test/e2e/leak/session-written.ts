import type { Stube } from '../../browser/stube.ts';
import { waitUntil } from '../../browser/wait-until.ts';
import { findWords } from './profile-scan.ts';
import { randomWord } from './words.ts';

/** Waits until the browser wrote its open tabs down, so that a kill finds them written. */
export async function sessionIsWritten(stube: Stube): Promise<void> {
	const marker = randomWord();
	const page = await stube.launched.browser.newPage();
	await page.goto(`https://www.instagram.com/?${marker}`);
	const { profile, name } = stube.launched;
	const isSession = (file: string): boolean =>
		name === 'chromium' ? file.startsWith('Default/Sessions/') : file.includes('sessionstore');
	await waitUntil(
		() => findWords(profile, [marker], isSession),
		(finds) => finds.length > 0,
		{ that: 'the session is written', withinMs: 60_000 },
	);
}
