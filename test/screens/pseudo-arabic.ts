/** A build whose catalogue reads from right to left, and in which every word of ours can be told. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension } from '../browser/builds.ts';
import { makeTemporaryFolder } from '../browser/clean-up.ts';

const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';

/** What must stay as it is: values to be put in, and what parts plural forms. */
const kept = /(\$\w+\$?|\{\w+\}| \| )/u;

/** A text in letters that mean nothing, a third longer, as translations may be. */
export function pseudoArabic(text: string): string {
	return text
		.split(kept)
		.map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[A-Za-z]+/gu, pseudoWord)))
		.join('');
}

function pseudoWord(word: string): string {
	const written = [...word.toLowerCase()]
		.map((letter) => letters[letter.charCodeAt(0) - 97] ?? letter)
		.join('');
	return written + written.slice(0, Math.floor(word.length / 3));
}

/** The same build as `granted`, but for its catalogue. */
export async function buildPseudoArabic(): Promise<string> {
	const folder = join(makeTemporaryFolder('pseudo'), 'extension');
	cpSync(await buildExtension('chromium', 'granted'), folder, { recursive: true });
	const file = join(folder, '_locales', 'en', 'messages.json');
	const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
	for (const [key, entry] of Object.entries(messages)) {
		entry.message =
			{ language: 'ar', direction: 'rtl', extensionName: entry.message }[key] ??
			pseudoArabic(entry.message);
	}
	writeFileSync(file, JSON.stringify(messages));
	return folder;
}
