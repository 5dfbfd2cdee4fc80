/** Where the browsers for demo, tests and benchmarks are; the only place that knows. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export const browserNames = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

/** What Debian needs; without the fonts screenshots show boxes. */
export const debianPackages = [
	'chromium',
	'firefox-esr',
	'fonts-noto-core',
	'fonts-noto-cjk',
	'fonts-noto-color-emoji',
];
const debianLine = `apt-get update && apt-get install -y --no-install-recommends ${debianPackages.join(' ')}`;

const variables: Record<BrowserName, readonly string[]> = {
	chromium: ['STUBE_CHROMIUM', 'CHROME_PATH'],
	firefox: ['STUBE_FIREFOX', 'FIREFOX_PATH'],
};

const commands: Record<BrowserName, readonly string[]> = {
	chromium: [
		'chromium',
		'chromium-browser',
		'google-chrome-stable',
		'google-chrome',
		'brave-browser',
	],
	firefox: ['firefox-esr', 'firefox'],
};

/** The browser's executable; installs it on Debian as root, else throws with what to install. */
export function findBrowser(name: BrowserName): string {
	const found = findInstalled(name);
	if (found) return found;
	if (canInstall()) {
		install();
		const installed = findInstalled(name);
		if (installed) return installed;
	}
	throw new Error(
		`No ${name} was found. Install it, or name its executable in ${variables[name][0]}.\n` +
			`On Debian: ${debianLine}`,
	);
}

/** As `findBrowser`, without installing. */
export function findInstalled(name: BrowserName): string | undefined {
	for (const variable of variables[name]) {
		const path = process.env[variable];
		if (!path) continue;
		if (existsSync(path)) return path;
		throw new Error(`${variable} names ${path}, where no file is.`);
	}
	return usualPlaces(name).find((path) => existsSync(path));
}

function usualPlaces(name: BrowserName): string[] {
	if (process.platform === 'darwin') return macPlaces(name);
	if (process.platform === 'win32') return windowsPlaces(name);
	const folders = [
		...(process.env.PATH ?? '').split(delimiter),
		'/usr/bin',
		'/usr/local/bin',
		'/snap/bin',
		'/opt/google/chrome',
		'/opt/firefox',
	];
	return commands[name].flatMap((command) => folders.map((folder) => join(folder, command)));
}

function macPlaces(name: BrowserName): string[] {
	const apps =
		name === 'chromium'
			? [
					'Chromium.app/Contents/MacOS/Chromium',
					'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
					'Google Chrome.app/Contents/MacOS/Google Chrome',
				]
			: [
					'Firefox.app/Contents/MacOS/firefox',
					'Firefox Developer Edition.app/Contents/MacOS/firefox',
				];
	return apps.flatMap((app) => [join('/Applications', app), join(homedir(), 'Applications', app)]);
}

function windowsPlaces(name: BrowserName): string[] {
	const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
		(variable) => process.env[variable] ?? [],
	);
	const programs =
		name === 'chromium'
			? ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe']
			: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'];
	return programs.flatMap((program) => roots.map((root) => join(root, program)));
}

function canInstall(): boolean {
	return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Both browsers and the fonts at once: whoever needs one soon needs the other. */
function install(): void {
	console.error(`No browser found; installing: ${debianLine}`);
	const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const steps = [['update'], ['install', '-y', '--no-install-recommends', ...debianPackages]];
	for (const step of steps) {
		const { status } = spawnSync('apt-get', step, {
			env: environment,
			// apt's own progress goes to stderr: stdout belongs to the caller (`demo -- --json`).
			stdio: ['ignore', 2, 2],
		});
		if (status !== 0) throw new Error(`apt-get ${step[0]} failed. By hand: ${debianLine}`);
	}
}
