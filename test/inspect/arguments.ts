import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BrowserName, browserNames } from '../browser/find-browser.ts';

export interface InspectArguments {
	file: string;
	url: URL;
	now: number;
	language: string;
	timeZone: string;
	browser: BrowserName;
}

export const usage =
	'npm run --silent inspect -- PAGE.html --url URL [--now ISO] [--lang TAG] [--tz ZONE] [--browser chromium|firefox]';

/** Throws an `Error` with a sentence for the user where something does not fit. */
export function readArguments(given: readonly string[]): InspectArguments {
	const { values, positionals } = parseArgs({
		args: [...given],
		allowPositionals: true,
		options: {
			url: { type: 'string' },
			now: { type: 'string' },
			lang: { type: 'string', default: 'en-US' },
			tz: { type: 'string', default: 'UTC' },
			browser: { type: 'string', default: 'chromium' },
		},
	});
	const [file, ...others] = positionals;
	if (file === undefined || others.length > 0) throw new Error('Name one saved page.');
	if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
	if (values.url === undefined) throw new Error('Give the address of the page with --url.');
	if (!URL.canParse(values.url)) throw new Error(`${values.url} is not an address.`);
	const url = new URL(values.url);
	if (url.protocol !== 'https:') throw new Error('The address begins with https://.');
	const now = values.now === undefined ? Date.now() : Date.parse(values.now);
	if (Number.isNaN(now)) throw new Error(`${values.now} is not a time such as 2026-09-01T12:00Z.`);
	const browser = browserNames.find((name) => name === values.browser);
	if (!browser) throw new Error(`${values.browser} is not one of ${browserNames.join(', ')}.`);
	return {
		file,
		url,
		now,
		language: checked(values.lang, () => Intl.getCanonicalLocales(values.lang)),
		timeZone: checked(values.tz, () => new Intl.DateTimeFormat('en', { timeZone: values.tz })),
		browser,
	};
}

function checked(value: string, use: () => unknown): string {
	try {
		use();
	} catch (error) {
		throw new Error(`${value} is not known here.`, { cause: error });
	}
	return value;
}
