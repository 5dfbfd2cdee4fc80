/** The four builds that real browsers load, each made only when its sources changed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	existsSync,
	globSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './find-browser.ts';

/** `granted` has its hosts at install; `real` is what people get and asks for each. */
export type BuildKind = 'granted' | 'real';

const root = fileURLToPath(new URL('../../', import.meta.url));
const output = join(root, '.output');

const sources = [
	'{components,entrypoints,lib,locales,public}/**/*',
	'{package.json,package-lock.json,tsconfig.json,wxt.config.ts}',
];

/** The folder of an up-to-date build; makes it if need be, saying nothing on stdout. */
export async function buildExtension(browser: BrowserName, kind: BuildKind): Promise<string> {
	const folder = folderOf(browser, kind);
	const stamp = `${folder}.stamp`;
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(folder)) return folder;
	rmSync(stamp, { force: true });
	await build(browser, kind);
	mkdirSync(output, { recursive: true });
	writeFileSync(stamp, fingerprint(folder));
	return folder;
}

function folderOf(browser: BrowserName, kind: BuildKind): string {
	const name = browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
	return join(output, kind === 'granted' ? `${name}-granted` : name);
}

/** What went in and what came out, so that a build by hand in between is noticed. */
function fingerprint(folder: string): string {
	const hash = createHash('sha256');
	for (const path of globSync(sources, { cwd: root }).sort()) {
		const file = join(root, path);
		if (statSync(file).isFile()) hash.update(path).update('\0').update(readFileSync(file));
	}
	const manifest = join(folder, 'manifest.json');
	const builtAt = existsSync(manifest) ? statSync(manifest).mtimeMs : 0;
	return `${hash.digest('hex')} ${builtAt}`;
}

async function build(browser: BrowserName, kind: BuildKind): Promise<void> {
	const target = browser === 'chromium' ? 'chrome' : 'firefox';
	const mode = kind === 'granted' ? 'granted' : 'production';
	const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
	const child = spawn(process.execPath, [wxt, 'build', '-b', target, '-m', mode], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
		// A test runner's own mode must not leak into what is built.
		env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			said += text;
		});
	}
	const code = await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code !== 0) {
		throw new Error(`The ${kind} build for ${browser} failed (${relative(root, wxt)}):\n${said}`);
	}
}
