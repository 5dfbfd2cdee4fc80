import { fileURLToPath } from 'node:url';
import type { ScenarioNetwork } from '../sites/scenario.ts';

const bundles = new Map<ScenarioNetwork, Promise<string>>();

/** A stand-in's page script as one classic script; made once per process. */
export function bundleSite(network: ScenarioNetwork): Promise<string> {
	const made = bundles.get(network) ?? bundle(network);
	bundles.set(network, made);
	return made;
}

async function bundle(network: ScenarioNetwork): Promise<string> {
	// Loaded when a stand-in is first asked for: reading a saved page needs none.
	const { build } = await import('vite');
	const entry = fileURLToPath(new URL(`../sites/${network}/main.ts`, import.meta.url));
	const result = await build({
		configFile: false,
		root: fileURLToPath(new URL('../sites/', import.meta.url)),
		logLevel: 'error',
		publicDir: false,
		define: { 'process.env.NODE_ENV': '"production"' },
		build: {
			write: false,
			minify: false,
			target: 'esnext',
			lib: { entry, formats: ['iife'], name: 'standIn' },
		},
	});
	const output = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
	const chunk = output.find((file) => file.type === 'chunk');
	if (!chunk) throw new Error(`The ${network} stand-in made no script.`);
	return chunk.code;
}
