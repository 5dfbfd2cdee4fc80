import { statSync } from 'node:fs';
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
	const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
	if (!isFile) throw new Error(`There is no file ${file}.`);
	if (values.url === undefined) throw new Error('Give the address of the page with --url.');
	if (!URL.canParse(values.url)) throw new Error(`${values.url} is not an address.`);
	const url = new URL(values.url);
	const now = values.now === undefined ? Date.now() : parseTime(values.now);
	if (Number.isNaN(now)) throw new Error(`${values.now} is not a time such as 2026-09-01T12:00Z.`);
	const browser = browserNames.find((name) => name === values.browser);
	if (!browser) throw new Error(`${values.browser} is not one of ${browserNames.join(', ')}.`);
	return {
		file,
		url,
		now,
		language: checked(values.lang, () => Intl.getCanonicalLocales(values.lang)[0]),
		timeZone: zoneNamed(values.tz),
		browser,
	};
}

/** As the standard writes it: `Date.parse` takes nearly anything for a time. */
function parseTime(text: string): number {
	return /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/u.test(text)
		? Date.parse(text)
		: Number.NaN;
}

/** Spelled as the browser's own surroundings want it, which know no offsets as names. */
function zoneNamed(zone: string): string {
	return checked(zone, () => {
		if (!/^[a-z]/iu.test(zone)) throw new Error('An offset is no name.');
		return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
	});
}

function checked(value: string, use: () => string | undefined): string {
	try {
		return use() ?? value;
	} catch (error) {
		throw new Error(`${value} is not known here.`, { cause: error });
	}
}
