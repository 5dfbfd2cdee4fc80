import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Lets `i18n.t` speak a real catalogue, as a browser in that language does. */
export async function speak(language: 'en' | 'de', locale: string = language): Promise<void> {
	const file = join(process.cwd(), 'locales', `${language}.yml`);
	const messages = generateChromeMessages(await parseMessagesFile(file));
	const predefined: Record<string, string> = { '@@ui_locale': locale, '@@bidi_dir': 'ltr' };
	fakeBrowser.i18n.getMessage = (key: string, substitutions?: string | (string | number)[]) => {
		const text = predefined[key] ?? messages[key]?.message ?? '';
		const values = [substitutions ?? []].flat();
		return text.replace(/\$([1-9])/gu, (_, digit) => String(values[Number(digit) - 1] ?? ''));
	};
}
