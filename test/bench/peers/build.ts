/** The peers as an extension of their own, installed and bundled only when they are measured. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

const manifest = {
	manifest_version: 3,
	name: 'Peers of a benchmark',
	version: '1',
	permissions: ['unlimitedStorage'],
	browser_specific_settings: { gecko: { id: 'stube@stube.example' } },
};

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Peers</title></head>
<body><script src="bench.js"></script></body></html>
`;

/** The folder of the unpacked extension. Throws with what npm or the bundler said. */
export async function buildPeers(): Promise<string> {
	install();
	const output = join(root, '.output', 'bench-peers');
	await build({
		configFile: false,
		root: folder,
		logLevel: 'error',
		publicDir: false,
		resolve: { alias: { '@': root } },
		define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
		build: {
			outDir: output,
			emptyOutDir: true,
			target: 'esnext',
			lib: {
				entry: join(folder, 'page.ts'),
				formats: ['iife'],
				name: 'peers',
				fileName: () => 'bench.js',
			},
		},
	});
	mkdirSync(output, { recursive: true });
	writeFileSync(join(output, 'manifest.json'), JSON.stringify(manifest));
	writeFileSync(join(output, 'bench.html'), page);
	return output;
}

function install(): void {
	if (existsSync(join(folder, 'node_modules', 'rxdb'))) return;
	const { status, stderr } = spawnSync(
		'npm',
		['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund'],
		{ cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
	);
	if (status !== 0) throw new Error(`npm ci failed in test/bench/peers:\n${stderr}`);
}
