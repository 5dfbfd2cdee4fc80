import { parseArgs } from 'node:util';
import { type BrowserName, browserNames } from '../browser/find-browser.ts';

export interface DemoOptions {
	browser: BrowserName;
	/** Nothing but one JSON object on stdout. */
	isJson: boolean;
	headless: boolean;
}

const usage = 'npm run demo -- [--browser chromium|firefox] [--json] [--headless]';

export function readOptions(parameters: readonly string[]): DemoOptions {
	const { values } = parseArgs({
		args: [...parameters],
		options: {
			browser: { type: 'string', default: 'chromium' },
			json: { type: 'boolean', default: false },
			headless: { type: 'boolean', default: false },
		},
	});
	const browser = browserNames.find((name) => name === values.browser);
	if (!browser) throw new Error(`There is no browser "${values.browser}". ${usage}`);
	return {
		browser,
		isJson: values.json,
		headless: values.headless || values.json || !hasDisplay(),
	};
}

function hasDisplay(): boolean {
	if (process.platform !== 'linux') return !process.env.SSH_CONNECTION && !process.env.CI;
	return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
